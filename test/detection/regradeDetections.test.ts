import { expect, test } from "vitest";
import { findActivities, listDetections, regradeDetections, updateDetections } from "../../src/detection/index.ts";
import { configureRules } from "../../src/rules/index.ts";
import { addRule, ingest } from "../setup/samples.ts";
import { useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
const ruleId = "00000000-0000-4000-8000-000000000001";
const otherId = "00000000-0000-4000-8000-000000000002";

const detections = async () => {
  const { database, registry, actor, clock } = rooms();
  const book = await registry.book(actor.tenantId);
  const query = { tenantId: actor.tenantId, book, filter: {}, includeTests: true };
  const { items } = await listDetections(database, query, { limit: 500, backward: false }, clock());
  return items.map((one) => ({ ...one, rule: book.byId.get(one.ruleId)?.identity }));
};

test("open detections get the severity that counts now, with their activity; closed and other ones stay", async () => {
  const { database, actor, registry, clock } = rooms();
  await addRule(rooms(), { id: ruleId, level: "low" });
  await addRule(rooms(), { id: otherId, level: "low", needle: "another" });
  await ingest(rooms(), { host: "closed" }, { host: "open" }, { host: "other", script: "another" });
  const closed = (await detections()).filter(({ host }) => host === "closed").map(({ id }) => id);
  await updateDetections(
    database,
    actor,
    { expected: new Map(closed.map((id) => [id, undefined])), patch: { status: "CLOSED", disposition: "TEST" } },
    clock(),
  );
  const { changed } = await configureRules(rooms(), actor, [ruleId], { severityOverride: "critical" });
  expect(await regradeDetections(database, actor, changed, clock())).toEqual({ regraded: 1, isComplete: true });
  const after = await detections();
  expect(Object.fromEntries(after.map(({ host, severity, version }) => [host, { severity, version }]))).toEqual({
    closed: { severity: "low", version: 2 },
    open: { severity: "critical", version: 2 },
    other: { severity: "low", version: 1 },
  });
  const [open] = after.filter(({ host }) => host === "open");
  expect(await findActivities(database, actor.tenantId, [open?.id ?? ""])).toMatchObject([
    { kind: "SEVERITY", actor: "tester", old: "LOW", new: "CRITICAL" },
  ]);
  const audited = await database.prisma.auditEntry.findMany({ where: { action: "rule.regrade" } });
  expect(audited).toMatchObject([{ subject: ruleId, new: { severity: "critical", detections: 1 } }]);
  const entry = (await registry.book(actor.tenantId)).byIdentity.get(ruleId);
  expect(await regradeDetections(database, actor, entry ? [entry] : [], clock())).toMatchObject({ regraded: 0 });
});

test("more than one batch is regraded", async () => {
  const { database, actor, clock } = rooms();
  const events = Array.from({ length: 1_005 }, () => ({ script: "another" }));
  await ingest(rooms(), ...events);
  const { changed } = await configureRules(rooms(), actor, [otherId], { severityOverride: "high" });
  expect(await regradeDetections(database, actor, changed, clock())).toEqual({ regraded: 1_006, isComplete: true });
});
