import { beforeAll, expect, test } from "vitest";
import {
  draftFilter,
  lastFired,
  listDetections,
  maxTestResults,
  previewFilter,
  ruleFigures,
  testRule,
} from "../../src/detection/index.ts";
import { draftAsMatched, readDraft } from "../../src/rules/index.ts";
import { bug } from "../../src/std/index.ts";
import { addRule, ingest, ruleYaml } from "../setup/samples.ts";
import { useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
const ruleId = "00000000-0000-4000-8000-000000000001";
const many = maxTestResults + 150;
const filterYaml = `title: Exception
id: 00000000-0000-4000-8000-0000000000f1
logsource:
  product: windows
filter:
  rules: any
  selection:
    Computer: ws1
  condition: not selection
`;

beforeAll(async () => {
  await addRule(rooms(), { id: ruleId });
  await ingest(rooms(), ...Array.from({ length: many }, (_, n) => ({ host: n % 2 === 0 ? "ws1" : "ws2" })));
});

const book = () => rooms().registry.book(rooms().actor.tenantId);

const draftOf = async (yaml: string) => {
  const draft = readDraft(yaml, await book(), rooms().clock());
  return "document" in draft ? draft : bug(JSON.stringify(draft));
};

const tryRule = async (tenantId: number, limit = 10_000) => {
  const rule = draftAsMatched(await book(), await draftOf(ruleYaml({ id: ruleId.replace(/1$/, "9") })));
  const since = new Date(rooms().clock().getTime() - 60_000);
  return await testRule(rooms().database, tenantId, rule ?? bug("no rule"), { kind: "recent", since, limit });
};

const preview = async (tenantId: number) => {
  const { resolved } = await draftOf(filterYaml);
  const filter = resolved?.kind === "filter" ? resolved : bug("no filter");
  const request = { tenantId, book: await book(), filter, time: {}, limit: 10_000 };
  return await previewFilter(rooms().database, request, rooms().clock());
};

test("more events than a batch are looked at, all that match are counted and some listed", async () => {
  const { results, ...figures } = await tryRule(rooms().actor.tenantId);
  expect(figures).toEqual({
    looked: many,
    matched: many,
    resultsOmitted: 150,
    isComplete: true,
    missing: [],
  });
  expect(results).toHaveLength(maxTestResults);
  expect(await tryRule(rooms().actor.tenantId, 220)).toMatchObject({ looked: 220, matched: 220, isComplete: false });
});

test("more detections than a batch are looked at for a preview", async () => {
  const { examples, ...figures } = await preview(rooms().actor.tenantId);
  expect(figures).toMatchObject({ looked: many, hidden: many / 2, isComplete: true, withoutEvent: 0 });
  expect(examples.map(({ host }) => host)).toEqual(Array(20).fill("ws1"));
});

test("detections whose event is gone are counted, and nothing is said of them", async () => {
  const { pool } = rooms().database;
  const gone = await pool.query("delete from event where host = 'ws2'");
  expect(await preview(rooms().actor.tenantId)).toMatchObject({
    looked: many,
    hidden: many / 2,
    withoutEvent: gone.rowCount,
  });
});

test("another tenant sees none of it", async () => {
  const { database, actor, clock } = rooms();
  const { tenantId } = actor;
  const other = tenantId + 1;
  const query = { tenantId, book: await book(), filter: {}, includeTests: true };
  const [detection] = (await listDetections(database, query, { limit: 1, backward: false }, clock())).items;
  const { id: detectionId, ruleId: row } = detection ?? bug("no detection");
  const request = { book: await book(), detectionId, fields: ["Computer"], id: ruleId };
  expect(await draftFilter(database, { ...request, tenantId: other })).toMatchObject({ code: "NOT_FOUND" });
  expect(await tryRule(other)).toMatchObject({ looked: 0, matched: 0 });
  expect(await preview(other)).toMatchObject({ looked: 0, hidden: 0 });
  expect(await lastFired(database, other, [row])).toEqual(new Map());
  const figures = { ruleIds: [row], since: new Date(0), atMost: 10 };
  expect(await ruleFigures(database, { ...figures, tenantId: other })).toMatchObject([{ detections: { value: 0 } }]);
  expect(await ruleFigures(database, { ...figures, tenantId })).toMatchObject([
    { detections: { value: 10, isExact: false } },
  ]);
});
