import { beforeAll, expect, test } from "vitest";
import { countDetections, type DetectionFilter, findDetections, listDetections } from "../../src/detection/index.ts";
import { addRule, ingest } from "../setup/samples.ts";
import { testNow, useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
const smtp = "00000000-0000-4000-8000-000000000001";
const dns = "00000000-0000-4000-8000-000000000002";
const never = "00000000-0000-4000-8000-000000000003";
const dayMs = 86_400_000;

/** Over a week, newest last: 3 exfiltrations by mail a day, and one over DNS on the first day. */
beforeAll(async () => {
  await addRule(rooms(), { id: smtp, title: "Mail" });
  await addRule(rooms(), { id: dns, title: "Name", level: "high", tags: ["attack.t1048.001"], needle: "dns-needle" });
  await addRule(rooms(), {
    id: never,
    title: "Never",
    tags: ["attack.t1059", "cve.2021-44228"],
    needle: "never-needle",
  });
  const { pool } = rooms().database;
  for (let day = 9; day >= 0; day--) {
    const then = new Date(testNow.getTime() - day * dayMs);
    await pool.query("select ensure_partition('event', $1::date), ensure_partition('detection', $1::date)", [then]);
    rooms().setNow(then);
    const time = then.toISOString();
    await ingest(rooms(), { host: "a", time }, { host: "b", time }, { host: "c", time });
    if (day === 9) await ingest(rooms(), { script: "dns-needle", host: "a", time });
  }
});

const query = async (filter: DetectionFilter) => ({
  tenantId: rooms().actor.tenantId,
  book: await rooms().registry.book(rooms().actor.tenantId),
  filter,
  includeTests: false,
});
const find = async (filter: DetectionFilter, page: Partial<Parameters<typeof listDetections>[2]> = {}) =>
  await listDetections(rooms().database, await query(filter), { limit: 100, backward: false, ...page }, testNow);

test.each<{ filter: DetectionFilter; count: number; because: string }>([
  { filter: {}, count: 31, because: "no filter finds all" },
  { filter: { attack: { any: ["T1048.003"] } }, count: 30, because: "a sub-technique finds itself" },
  { filter: { attack: { any: ["attack.t1048.003"] } }, count: 30, because: "as a tag" },
  { filter: { attack: { any: ["T1048"] } }, count: 31, because: "a technique finds its sub-techniques" },
  {
    filter: { attack: { any: ["T1048"], includeSubtechniques: false } },
    count: 0,
    because: "unless they are left out",
  },
  { filter: { attack: { any: ["TA0010"] } }, count: 31, because: "a tactic by id" },
  { filter: { attack: { any: ["attack.exfiltration"] } }, count: 31, because: "a tactic by tag" },
  { filter: { attack: { any: ["T1048"], none: ["T1048.003"] } }, count: 1, because: "none takes away" },
  { filter: { attack: { any: ["T1059"] } }, count: 0, because: "a rule that never fired" },
  { filter: { attack: { any: ["T9999"] } }, count: 0, because: "an unknown technique finds nothing" },
  { filter: { severity: { gte: "high" } }, count: 1, because: "severity at least" },
  { filter: { severity: { lte: "medium" } }, count: 30, because: "severity at most" },
  { filter: { rule: { eq: dns } }, count: 1, because: "by rule" },
  { filter: { rule: { in: ["no such rule"] } }, count: 0, because: "by a rule that is not there" },
  {
    filter: { logsource: { product: "Windows", category: "ps_script" } },
    count: 31,
    because: "by logsource, any case",
  },
  { filter: { logsource: { product: "linux" } }, count: 0, because: "by another logsource" },
  { filter: { host: { in: ["a", "b"] } }, count: 21, because: "by host" },
  { filter: { user: { eq: "nobody" } }, count: 0, because: "by a user that is not there" },
  { filter: { status: { eq: "NEW" } }, count: 31, because: "by status" },
  { filter: { time: { gte: new Date(testNow.getTime() - dayMs) } }, count: 6, because: "from a time on" },
  { filter: { time: { lt: new Date(testNow.getTime() - 8 * dayMs) } }, count: 4, because: "before a time" },
  { filter: { and: [{ host: { eq: "a" } }, { attack: { any: ["T1048.001"] } }] }, count: 1, because: "both" },
  { filter: { or: [{ host: { eq: "b" } }, { attack: { any: ["T1048.001"] } }] }, count: 11, because: "either" },
  { filter: { not: { host: { eq: "a" } } }, count: 20, because: "not" },
  { filter: { not: { user: { eq: "x" } } }, count: 31, because: "not is true where there is no user" },
  { filter: { not: { attack: { any: ["T1048.003"] } } }, count: 1, because: "not of rules" },
  { filter: { rule: { neq: smtp } }, count: 1, because: "by any rule but one" },
  { filter: { rule: { in: [smtp, dns], notIn: [dns, never] } }, count: 30, because: "what is excluded wins" },
  { filter: { severity: { notIn: ["medium", "low"] } }, count: 1, because: "severities but these" },
  { filter: { status: { neq: "NEW" } }, count: 0, because: "any status but one" },
  { filter: { disposition: { in: ["UNDETERMINED", "TEST"], neq: "TEST" } }, count: 31, because: "both must hold" },
  { filter: { title: { contains: "AI" } }, count: 30, because: "a part of the title in any letter case" },
  { filter: { title: { startsWith: "ail" } }, count: 0, because: "that is not how a title begins" },
  { filter: { title: { eq: "NAME" } }, count: 1, because: "a whole title in any letter case" },
  { filter: { title: { neq: "name", notIn: ["never"] } }, count: 30, because: "any title but these" },
  { filter: { ruleStatus: { eq: "test" } }, count: 31, because: "by the rule's status" },
  { filter: { ruleStatus: { notIn: ["test"] } }, count: 0, because: "by another status" },
  { filter: { ruleState: { eq: "DISABLED" } }, count: 0, because: "by the rule's state" },
  { filter: { host: { neq: "a" } }, count: 20, because: "any host but one" },
  { filter: { host: { notIn: ["a", "b"] } }, count: 10, because: "any host but these" },
  { filter: { host: { in: ["a", "b"], neq: "b" } }, count: 11, because: "these hosts without one" },
  { filter: { host: { isNull: false } }, count: 31, because: "there is a host" },
  { filter: { user: { isNull: true } }, count: 31, because: "there is no user" },
  { filter: { user: { isNull: false } }, count: 0, because: "nor is there one" },
  { filter: { user: { neq: "x" } }, count: 31, because: "no user is not that user" },
  { filter: { assignee: { isNull: true } }, count: 31, because: "nobody works on them" },
  { filter: { sourceAddress: { in: ["192.0.2.1"] } }, count: 0, because: "by an address that is not there" },
  {
    filter: { detectedAt: { gte: new Date(testNow.getTime() - 2 * dayMs), lt: testNow } },
    count: 6,
    because: "by arrival, half open",
  },
  { filter: { detectedAt: { lt: new Date(-1) } }, count: 0, because: "nothing arrived before there were ids" },
  { filter: { or: [] }, count: 0, because: "an empty or is false" },
  { filter: { and: [] }, count: 31, because: "an empty and is true" },
])("$filter finds $count: $because", async ({ filter, count }) => {
  expect((await find(filter)).items).toHaveLength(count);
  expect(await countDetections(rooms().database, await query(filter), 1_000, testNow)).toEqual({
    value: count,
    isExact: true,
  });
});

test.each<{ filter: DetectionFilter; count: { value: number; isExact: boolean }; because: string }>([
  { filter: {}, count: { value: 31, isExact: true }, because: "roll-ups know all" },
  { filter: { attack: { any: ["T1048"] } }, count: { value: 31, isExact: true }, because: "and what each rule has" },
  { filter: { status: { eq: "NEW" } }, count: { value: 31, isExact: true }, because: "and where they stand" },
  { filter: { host: { in: ["a", "b", "c"] } }, count: { value: 10, isExact: false }, because: "hosts are counted" },
  {
    filter: { attack: { any: ["T1048"] }, status: { eq: "NEW" } },
    count: { value: 10, isExact: false },
    because: "no roll-up tells apart rules by where their detections stand",
  },
])("up to 10 are counted, where it must be: $because", async ({ filter, count }) => {
  expect(await countDetections(rooms().database, await query(filter), 10, testNow)).toEqual(count);
});

test("a count that takes too long says what it has", async () => {
  // Another's lock holds it up: for as long on a machine with nothing else to do.
  const blocker = await rooms().database.pool.connect();
  try {
    await blocker.query("begin; lock table detection in access exclusive mode");
    const counted = await countDetections(rooms().database, await query({ host: { eq: "a" } }), 10, testNow);
    expect(counted).toEqual({ value: 0, isExact: false });
  } finally {
    await blocker.query("rollback");
    blocker.release();
  }
});

test("detections come newest first", async () => {
  const ids = (await find({})).items.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted().toReversed());
});

test.each([
  { filter: {} },
  { filter: { attack: { any: ["T1048.003"] } } },
  { filter: { host: { eq: "c" } } },
  { filter: { host: { in: ["a", "c", "d", "e", "f", "g", "h", "i", "j", "k"] } } },
  { filter: { not: { host: { eq: "a" } } } },
])("paging forward and backward gives every detection of $filter once, in order", async ({ filter }) => {
  const all = (await find(filter)).items.map(({ id }) => id);
  const forward: string[] = [];
  for (let after: string | undefined, more = true; more; after = forward.at(-1)) {
    const page = await find(filter, { limit: 4, ...(after !== undefined && { after }) });
    expect(page.hasPrevious).toBe(after !== undefined);
    forward.push(...page.items.map(({ id }) => id));
    more = page.hasNext;
  }
  expect(forward).toEqual(all);
  const backward: string[] = [];
  for (let before: string | undefined, more = true; more; before = backward[0]) {
    const page = await find(filter, { limit: 4, backward: true, ...(before !== undefined && { before }) });
    expect(page.hasNext).toBe(before !== undefined);
    backward.unshift(...page.items.map(({ id }) => id));
    more = page.hasPrevious;
  }
  expect(backward).toEqual(all);
});

test("a page between two detections has what lies between them", async () => {
  const all = (await find({})).items.map(({ id }) => id);
  const [after, before] = [all[4] ?? "", all[20] ?? ""];
  expect((await find({}, { after, before })).items.map(({ id }) => id)).toEqual(all.slice(5, 20));
});

test("a detection carries its evidence and what it was frozen with", async () => {
  const [first] = (await find({ rule: { eq: dns } })).items;
  const [again] = await findDetections(rooms().database, rooms().actor.tenantId, [first?.id ?? ""]);
  expect(again).toMatchObject({
    severity: "high",
    status: "NEW",
    disposition: "UNDETERMINED",
    host: "a",
    revision: 1,
    evidence: [{ selection: "selection", field: "ScriptBlockText", value: "dns-needle", pattern: "dns-needle" }],
  });
});

test("another tenant sees none of it", async () => {
  const { pool } = rooms().database;
  const { rows } = await pool.query<{ id: number }>("insert into tenant (name) values ('other') returning id");
  const tenantId = rows[0]?.id ?? -1;
  const other = { ...(await query({})), tenantId };
  expect((await listDetections(rooms().database, other, { limit: 10, backward: false }, testNow)).items).toEqual([]);
});
