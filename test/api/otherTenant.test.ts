import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { type Role, roles } from "../../src/access/index.ts";
import { encodeCursor, sequenceCursor } from "../../src/api/index.ts";
import { rollUp } from "../../src/store/index.ts";
import { begun, nextDetection, subscribe, subscription, transports } from "../http/live/subscribers.ts";
import { http, useApp } from "../setup/app.ts";
import { ingest } from "../setup/samples.ts";
import { type Overview, overview } from "./roleMatrix/overview.ts";
import { makings, orders, places, type Probe, questions } from "./roleMatrix/probes.ts";
import { snapshot } from "./roleMatrix/snapshot.ts";
import {
  addTenant,
  askTenant,
  asTenant,
  defaultTenant,
  fill,
  neverWere,
  type Tenant,
  type Things,
  thingsThatNeverWere,
} from "./roleMatrix/things.ts";

const app = useApp();

let alpha: Tenant;
let betha: Tenant;
/** What betha saw when alpha had nothing. */
let alone: Overview;
let things: Things;
let absent: Things;
/** What alpha has, before betha does anything about it. */
let before: Awaited<ReturnType<typeof all>>;

beforeAll(async () => {
  alpha = defaultTenant(app());
  betha = await addTenant(app());
  await fill(app(), betha, 3);
  await rollUp(app().rooms.database);
  alone = await overview(app(), betha);
  things = await fill(app(), alpha, 9);
  await rollUp(app().rooms.database);
  absent = thingsThatNeverWere(things);
  before = await all(alpha);
});

const all = async (tenant: Tenant) => ({
  rows: await snapshot(app().rooms.database, tenant.id),
  seen: await overview(app(), tenant),
});

/** The whole of an answer that a client can see, but for what it cost. */
async function answerOf({ request }: Probe, of: Things, key: string) {
  const asked = request(of);
  const headers = { authorization: `Bearer ${key}`, ...("headers" in asked && asked.headers) };
  const answer =
    asked.kind === "graphql"
      ? await http(app()).post("/graphql").set(headers).send({ query: asked.query, variables: asked.variables })
      : await http(app())[asked.method](asked.path).set(headers).send(asked.body);
  const body = { ...(answer.body as Readonly<Record<string, unknown>>), extensions: undefined };
  const { "content-type": type, etag, "idempotency-replayed": isReplayed } = answer.headers;
  return { status: answer.status, type, etag, isReplayed, body };
}

type Answer = Awaited<ReturnType<typeof answerOf>>;
/** An answer about things and one about those that never were are the same so, if they say the same. */
const unnamed = (answer: Answer) => JSON.parse(neverWere(JSON.stringify(answer))) as object;

test("what a tenant sees is the same, whether or not another one has anything", async () => {
  const seen = await overview(app(), betha);
  expect(JSON.stringify(seen)).not.toContain("alpha");
  expect(seen).toEqual(alone);
});

test("all that is looked at is answered, and otherwise for each tenant", () => {
  const seen = Object.entries(alone);
  const failed = seen.filter(([, answer]) => answer.status !== 200 || answer.errors !== undefined);
  expect(failed).toEqual([]);
  const same = seen.filter(([asked, answer]) => isDeepStrictEqual(answer, before.seen[asked])).map(([asked]) => asked);
  expect(same).toEqual(["{ viewer { name role } }"]);
});

const rows = (probes: readonly Probe[]) => probes.map((probe) => ({ asks: probe.asks, probe }));

test.each(rows([...questions, ...places, ...orders]))(
  "whatever its role, a key gets of another tenant what it gets of nothing: $asks",
  async ({ probe }) => {
    const asked = (of: Things) =>
      Promise.all(roles.map(async (role) => ({ role, ...unnamed(await answerOf(probe, of, betha.keys[role])) })));
    expect(await asked(things)).toEqual(await asked(absent));
  },
);

test.each(rows(makings))("another tenant's names and ids are free: $asks", async ({ probe }) => {
  const answer = await answerOf(probe, things, betha.keys.admin);
  expect(answer).toMatchObject({ status: 200 });
  expect(unnamed(answer)).toEqual(unnamed(await answerOf(probe, absent, betha.keys.admin)));
});

test("a rule, a list and a key of the same id and name are each tenant's own", async () => {
  const change = `mutation {
    setRuleState(ids: ["${things.rule}"], state: DISABLED) { changed { id } }
    overrideRuleSeverity(ids: ["${things.rule}"], severity: LOW, regradeOpen: true) { changed { id } detectionsRegraded }
    deleteRules(ids: ["${things.goneRule}"]) { changed { id } }
    updateDetections(filter: { rule: { eq: "${things.rule}" } }, comment: "x", expectedCount: 0) { matched { value } }
    deleteValueList(name: "${things.word}-list")
    deletePipeline(name: "${things.word}-pipeline")
    rotateKey(name: "viewer") { key { name } }
    revokeKey(name: "${things.word}-other") { key { name } }
  }`;
  const { data, errors } = await askTenant(app(), betha, change);
  expect({ data, errors }).toEqual({
    data: {
      setRuleState: { changed: [{ id: things.rule }] },
      overrideRuleSeverity: { changed: [{ id: things.rule }], detectionsRegraded: 0 },
      deleteRules: { changed: [{ id: things.goneRule }] },
      updateDetections: { matched: { value: 0 } },
      deleteValueList: true,
      deletePipeline: true,
      rotateKey: { key: { name: "viewer" } },
      revokeKey: { key: { name: `${things.word}-other` } },
    },
  });
  const statuses = [alpha, betha].map(async ({ keys }) => {
    const answer = await http(app())
      .get("/v1/detections")
      .set({ authorization: `Bearer ${keys.viewer}` });
    return answer.status;
  });
  expect(await Promise.all(statuses)).toEqual([200, 401]);
});

test("a signed link speaks for the tenant that signed it; with a key, the key does", async () => {
  const path = "/attack/layer.json?source=rules";
  const layerOf = async (asked: string, key?: string) => {
    const answer = await http(app())
      .get(asked)
      .set(key === undefined ? {} : { authorization: `Bearer ${key}` });
    return { status: answer.status, body: answer.body as unknown };
  };
  const linkOf = async (tenant: Tenant) => {
    const { data } = await askTenant<{ navigatorLayer: { url: string } }>(
      app(),
      tenant,
      "{ navigatorLayer(source: RULES) { url } }",
    );
    return new URL(data.navigatorLayer.url);
  };
  const link = await linkOf(alpha);
  const relative = link.pathname + link.search;
  expect(await layerOf(relative)).toEqual(await layerOf(path, alpha.keys.viewer));
  expect(await layerOf(relative, betha.keys.admin)).toEqual(await layerOf(path, betha.keys.admin));
  // The name of another's key, under one's own signature, is as good as that of no key.
  const own = await linkOf(betha);
  const forged = (key: string) => {
    own.searchParams.set("key", key);
    return layerOf(own.pathname + own.search);
  };
  const answer = await forged(link.searchParams.get("key") ?? "");
  expect(answer).toMatchObject({ status: 401, body: { error: { code: "UNAUTHENTICATED" } } });
  expect(await forged("00000000-0000-7000-8000-000000000000")).toEqual(answer);
});

test("metrics, which count all tenants together, are for keys of the first one", async () => {
  const metricsOf = ({ keys }: Tenant, role: Role) =>
    http(app())
      .get("/metrics")
      .set({ authorization: `Bearer ${keys[role]}`, via: "1.1 proxy" });
  expect((await metricsOf(alpha, "viewer")).text).toContain("detectql_events_total");
  for (const role of ["analyst", "admin"] as const) {
    const { status, text } = await metricsOf(betha, role);
    expect(status).toBe(403);
    expect(JSON.parse(text)).toEqual({
      error: {
        code: "FORBIDDEN",
        message: "metrics count all tenants together: send a key of the tenant named default",
      },
    });
  }
});

test("what another tenant has is unchanged, whatever was asked and done about it", async () => {
  const now = await all(alpha);
  expect(now.rows).toEqual(before.rows);
  expect(now.seen).toEqual(before.seen);
});

test.each(transports.map((transport) => ({ transport })))(
  "a subscriber by $transport gets the own tenant's detections, wherever it begins",
  async ({ transport }) => {
    const open = (after: string) =>
      subscribe(transport, app(), betha.keys.analyst, { query: subscription, variables: { after } });
    const refusalOf = async (after: string) => {
      const subscriber = open(after);
      const { value } = await subscriber.results.next().catch((error: unknown) => ({ value: error }));
      subscriber.cut();
      return neverWere(JSON.stringify(value));
    };
    expect(await refusalOf(things.cursors.ingested)).toBe(await refusalOf(absent.cursors.ingested));
    const subscriber = open(encodeCursor(sequenceCursor(0n)));
    await begun(subscriber);
    await ingest(asTenant(app(), alpha).rooms, { host: "of alpha" });
    const [last] = (await ingest(asTenant(app(), betha).rooms, { host: "last" })).detections;
    const ids: string[] = [];
    while (ids.at(-1) !== last?.id) ids.push((await nextDetection(subscriber)).id);
    subscriber.cut();
    const { rows: owners } = await app().rooms.database.pool.query<{ tenant: number }>(
      "select distinct tenant_id as tenant from detection where id = any($1::uuid[])",
      [ids],
    );
    expect(owners).toEqual([{ tenant: betha.id }]);
  },
);

describe("the tenant itself finds what the others do not", () => {
  test.each(rows([...questions, ...orders]))("$asks", async ({ probe }) => {
    const answer = await answerOf(probe, things, alpha.keys.admin);
    expect(unnamed(answer)).not.toEqual(unnamed(await answerOf(probe, absent, alpha.keys.admin)));
  });
});
