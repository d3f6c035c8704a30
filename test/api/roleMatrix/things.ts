import { createKey, type Role, roles } from "../../../src/access/index.ts";
import { decodeCursor, encodeCursor } from "../../../src/api/index.ts";
import { updateDetections } from "../../../src/detection/index.ts";
import { configureRules, createRule, deleteRules, setPipeline, setValueList } from "../../../src/rules/index.ts";
import { type GraphqlAnswer, http, type TestApp } from "../../setup/app.ts";
import { type TestRooms, testNow } from "../../setup/rooms.ts";
import { addRule, ingest, ruleYaml, scriptBlock } from "../../setup/samples.ts";

/** A tenant, and a key of each role. Its word and its digit are in all that it has. */
export interface Tenant {
  readonly id: number;
  readonly word: string;
  /** One hexadecimal digit, of which the ids of its rules are. */
  readonly digit: string;
  /** Of one of its rules. */
  readonly tag: string;
  readonly keys: Readonly<Record<Role, string>>;
}

/** What a tenant has, by what one asks for it. */
export interface Things {
  readonly word: string;
  /** Rules: one that fires, one that may be deleted, one that was. */
  readonly rule: string;
  readonly spareRule: string;
  readonly goneRule: string;
  readonly filter: string;
  readonly ruleText: string;
  readonly filterText: string;
  /** Of the rule's. */
  readonly detection: string;
  /** Its event. */
  readonly event: string;
  /** From the middle of each list; of numbers of the tenant's own count the last. */
  readonly cursors: Readonly<Record<CursorOf, string>>;
}

const cursorQueries = {
  newest: "{ list: detections(order: NEWEST) { edges { cursor } } }",
  oldest: "{ list: detections(order: OLDEST) { edges { cursor } } }",
  severity: "{ list: detections(order: SEVERITY) { edges { cursor } } }",
  updated: "{ list: detections(order: UPDATED) { edges { cursor } } }",
  ingested: "{ list: detections(order: INGESTED) { edges { cursor } } }",
  events: "{ list: events { edges { cursor } } }",
  rules: "{ list: rules { edges { cursor } } }",
  auditLog: "{ list: auditLog { edges { cursor } } }",
} as const;
export type CursorOf = keyof typeof cursorQueries;

/** The tenant that is there from the first migration. */
export const defaultTenant = ({ rooms, keys }: TestApp): Tenant => ({
  id: rooms.actor.tenantId,
  word: "alpha",
  digit: "a",
  tag: "attack.t1059.001",
  keys,
});

/** Another one, with all that the first migration gives the default one, and keys of the same names. */
export async function addTenant({ rooms }: TestApp): Promise<Tenant> {
  const { database } = rooms;
  const { rows } = await database.pool.query<{ id: number }>(
    `with made as (insert into tenant (name) values ('other') returning id)
     insert into detection_sequence (tenant_id) select id from made returning tenant_id as id`,
  );
  const id = rows[0]?.id ?? -1;
  const made = roles.map(async (role) => {
    const key = await createKey(database, { tenantId: id, name: "tester" }, { name: role, role }, testNow);
    return [role, key] as const;
  });
  return {
    id,
    word: "betha",
    digit: "b",
    tag: "attack.t1059.003",
    keys: Object.fromEntries(await Promise.all(made)) as Tenant["keys"],
  };
}

export const asTenant = (app: TestApp, { id, keys }: Tenant): TestApp => ({
  ...app,
  keys,
  rooms: { ...app.rooms, actor: { tenantId: id, name: "tester" } },
});

export const ruleId = (digit: string, n: number): string => `${digit.repeat(8)}-0000-4000-8000-00000000000${n}`;

const filterYaml = (word: string, digit: string) => `title: ${word} filter
id: ${ruleId(digit, 9)}
logsource:
  product: windows
  category: ps_script
filter:
  rules:
    - ${ruleId(digit, 1)}
  selection:
    ScriptBlockText|contains: hidden-${word}
  condition: not selection
`;

const pipelineYaml = (word: string) => `name: ${word}
transformations:
  - id: rename
    type: field_name_mapping
    mapping:
      ${word}Field: ScriptBlockText
`;

/** Gives a tenant some of all there is. Its rule finds what the rules of others find, on the same hosts. */
export async function fill(app: TestApp, tenant: Tenant, events: number): Promise<Things> {
  const { word, keys } = tenant;
  const { rooms } = asTenant(app, tenant);
  const texts = await addRules(rooms, tenant);
  await setValueList(rooms, rooms.actor, `${word}-list`, [`${word}-value`]);
  await setPipeline(rooms, rooms.actor, `${word}-pipeline`, pipelineYaml(word));
  for (const name of [`${word}-spare`, `${word}-other`])
    await createKey(rooms.database, rooms.actor, { name, role: "viewer" }, testNow);
  const [first] = (await ingest(rooms, { clientId: `${word}-event`, host: "shared" })).detections;
  await ingest(rooms, ...Array.from({ length: events }, (_, n) => ({ host: n % 2 === 0 ? "shared" : word })));
  for (const key of [`${word}-request`, `${word}-request2`]) {
    await http(app)
      .post("/v1/events")
      .set({ authorization: `Bearer ${keys.ingest}`, "idempotency-key": key })
      .send(scriptBlock({ host: word }));
  }
  const detection = first?.id ?? "";
  const patch = {
    status: "CLOSED",
    disposition: "FALSE_POSITIVE",
    assignee: `${word}-carol`,
    comment: `${word} comment`,
  } as const;
  await updateDetections(rooms.database, rooms.actor, { expected: new Map([[detection, undefined]]), patch }, testNow);
  const asked = await askTenant<{ detection: { event: { id: string } } }>(
    app,
    tenant,
    `{ detection(id: "${detection}") { event { id } } }`,
  );
  const event = asked.data.detection.event.id;
  return { word, ...texts, detection, event, cursors: await readCursors(app, tenant) };
}

async function addRules(rooms: TestRooms, { word, digit, tag }: Tenant) {
  const ids = { rule: ruleId(digit, 1), spareRule: ruleId(digit, 2), goneRule: ruleId(digit, 3) };
  const rule = { id: ids.rule, title: `${word} mail`, level: "high" };
  await addRule(rooms, rule);
  await addRule(rooms, { id: ids.spareRule, title: `${word} spare`, needle: `spare-${word}`, tags: [tag] });
  await addRule(rooms, { id: ids.goneRule, title: `${word} gone`, needle: `gone-${word}` });
  await addRule(rooms, { id: ruleId(digit, 4), title: `${word} trial` });
  await configureRules(rooms, rooms.actor, [ruleId(digit, 4)], { state: "TESTING" });
  await deleteRules(rooms, rooms.actor, [ids.goneRule]);
  const filterText = filterYaml(word, digit);
  await createRule(rooms, rooms.actor, filterText);
  return { ...ids, filter: ruleId(digit, 9), ruleText: ruleYaml(rule), filterText };
}

async function readCursors(app: TestApp, tenant: Tenant): Promise<Things["cursors"]> {
  const entries = Object.entries(cursorQueries).map(async ([list, query]) => {
    const { data } = await askTenant<{ list: { edges: readonly { cursor: string }[] } }>(app, tenant, query);
    const { edges } = data.list;
    const isNumber = list === "updated" || list === "ingested";
    return [list, edges.at(isNumber ? -1 : edges.length >> 1)?.cursor] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Things["cursors"];
}

/** Asks with a tenant's key. */
export async function askTenant<Data>(
  app: TestApp,
  { keys }: Tenant,
  query: string,
  variables: object = {},
): Promise<GraphqlAnswer<Data>> {
  const answer = await http(app)
    .post("/graphql")
    .set({ authorization: `Bearer ${keys.admin}` })
    .send({ query, variables });
  const { data, errors } = answer.body as Omit<GraphqlAnswer<Data>, "status">;
  return { status: answer.status, data, ...(errors && { errors }) };
}

/**
 * Things that never were, and differ from those of the tenant `alpha` in nothing else: as long, and between the same neighbours.
 *
 * Given an answer it says what the answer would be, had these been asked for.
 */
export const neverWere = (text: string): string =>
  text
    .replaceAll("alpha", "alpho")
    .replaceAll("aaaaaaaa-", "acacacac-")
    // Of ids by arrival: the end, which is random.
    .replaceAll(/([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3})-[0-9a-f]{12}/g, "$1-0123456789ab");

export function thingsThatNeverWere({ cursors, ...things }: Things): Things {
  const others = JSON.parse(neverWere(JSON.stringify(things))) as Omit<Things, "cursors">;
  const cursorEntries = Object.entries(cursors).map(([list, cursor]) => {
    // Numbers of the tenant's own count: far beyond it.
    const far = neverWere(decodeCursor(cursor)).replace(/^(ingested |changed\/)\d+$/, "$1987654");
    return [list, encodeCursor(far)] as const;
  });
  return { ...others, cursors: Object.fromEntries(cursorEntries) as Things["cursors"] };
}
