import { beforeAll, expect, test } from "vitest";
import { type DetectionPatch, findActivities, findDetections, updateDetections } from "../../src/detection/index.ts";
import { addRule, ingest } from "../setup/samples.ts";
import { testNow, useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
beforeAll(() => addRule(rooms()));

const oneDetection = async (): Promise<string> => (await ingest(rooms(), {})).detections[0]?.id ?? "";
interface Change {
  readonly ids: readonly string[];
  readonly patch: DetectionPatch;
  readonly expectedVersion?: number;
  readonly dryRun?: boolean;
}
const update = ({ ids, expectedVersion, ...rest }: Change) => {
  const expected = new Map(ids.map((id) => [id, expectedVersion]));
  return updateDetections(rooms().database, rooms().actor, { expected, ...rest }, testNow);
};
const activitiesOf = async (id: string) =>
  (await findActivities(rooms().database, rooms().actor.tenantId, [id])).map((one) => [one.kind, one.old, one.new]);

test("a change is stored with who did what", async () => {
  const id = await oneDetection();
  const { changed } = await update({ ids: [id], patch: { status: "IN_PROGRESS", comment: "looking" } });
  expect(changed).toMatchObject([{ id, status: "IN_PROGRESS", version: 2 }]);
  expect(await findActivities(rooms().database, rooms().actor.tenantId, [id])).toMatchObject([
    { kind: "STATUS", old: "NEW", new: "IN_PROGRESS", actor: "tester" },
    { kind: "COMMENT", old: null, new: "looking", actor: "tester" },
  ]);
});

test("closing needs a disposition", async () => {
  const id = await oneDetection();
  expect((await update({ ids: [id], patch: { status: "CLOSED" } })).refused).toMatchObject([
    { id, code: "NEEDS_DISPOSITION" },
  ]);
  const { changed } = await update({ ids: [id], patch: { status: "CLOSED", disposition: "FALSE_POSITIVE" } });
  expect(changed).toMatchObject([{ status: "CLOSED", disposition: "FALSE_POSITIVE" }]);
});

test("a change of nothing is reported as unchanged and leaves no activity", async () => {
  const id = await oneDetection();
  const result = await update({ ids: [id], patch: { status: "NEW" } });
  expect(result).toMatchObject({ changed: [], unchanged: [{ id, version: 1 }], refused: [] });
  expect(await findActivities(rooms().database, rooms().actor.tenantId, [id])).toEqual([]);
});

test("one refusal does not stop the others", async () => {
  const id = await oneDetection();
  const unknown = "01900000-0000-7000-8000-000000000000";
  const result = await update({ ids: [unknown, id], patch: { disposition: "TRUE_POSITIVE" } });
  expect(result).toMatchObject({ changed: [{ id }], refused: [{ id: unknown, code: "NOT_FOUND" }] });
});

test("a decision on an old version is refused", async () => {
  const id = await oneDetection();
  await update({ ids: [id], patch: { status: "IN_PROGRESS" } });
  const result = await update({ ids: [id], patch: { disposition: "TEST" }, expectedVersion: 1 });
  expect(result).toMatchObject({ changed: [], refused: [{ id, code: "CONFLICT" }] });
});

test("of two people at once each change is applied or refused, never lost", async () => {
  const id = await oneDetection();
  const results = await Promise.all(
    (["TRUE_POSITIVE", "FALSE_POSITIVE", "TEST"] as const).map((disposition) =>
      update({ ids: [id], patch: { disposition }, expectedVersion: 1 }),
    ),
  );
  expect(results.map(({ changed }) => changed.length).sort()).toEqual([0, 0, 1]);
  expect(results.flatMap(({ refused }) => refused.map(({ code }) => code))).toEqual(["CONFLICT", "CONFLICT"]);
});

test("who works on it and why it was closed is kept, and recorded where it changed", async () => {
  const id = await oneDetection();
  await update({ ids: [id], patch: { assignee: "ann" } });
  const closing = { status: "CLOSED", disposition: "TEST", assignee: "ann", reason: "our own exercise" } as const;
  expect((await update({ ids: [id], patch: closing })).changed).toMatchObject([closing]);
  const { changed } = await update({ ids: [id], patch: { status: "NEW", assignee: null } });
  expect(changed).toMatchObject([{ status: "NEW", disposition: "TEST", assignee: null, reason: null, version: 4 }]);
  expect(await activitiesOf(id)).toEqual([
    ["ASSIGNEE", null, "ann"],
    ["STATUS", "NEW", "CLOSED"],
    ["DISPOSITION", "UNDETERMINED", "TEST"],
    ["REASON", null, "our own exercise"],
    ["STATUS", "CLOSED", "NEW"],
    ["ASSIGNEE", "ann", null],
    ["REASON", "our own exercise", null],
  ]);
});

test("a reason is of what is closed", async () => {
  const id = await oneDetection();
  expect((await update({ ids: [id], patch: { reason: "because" } })).refused).toMatchObject([
    { id, code: "NOT_CLOSED" },
  ]);
});

test.each<{ patch: DetectionPatch; list: "changed" | "unchanged" | "refused" }>([
  { patch: { status: "IN_PROGRESS" }, list: "changed" },
  { patch: { status: "NEW" }, list: "unchanged" },
  { patch: { status: "CLOSED" }, list: "refused" },
])("a dry run of $patch says $list and leaves all as it is", async ({ patch, list }) => {
  const id = await oneDetection();
  const result = await update({ ids: [id], patch, dryRun: true });
  expect(result).toMatchObject({ changed: [], unchanged: [], refused: [], [list]: [{ id }] });
  const [now] = await findDetections(rooms().database, rooms().actor.tenantId, [id]);
  expect(now).toMatchObject({ status: "NEW", version: 1 });
  expect(await activitiesOf(id)).toEqual([]);
});

test("each change takes the next number in the order of commits", async () => {
  const ids = [await oneDetection(), await oneDetection()];
  const { changed } = await update({ ids, patch: { comment: "both" } });
  const numbers = changed.map(({ lastChange }) => lastChange);
  expect(new Set(numbers).size).toBe(2);
  for (const { sequence, lastChange } of changed) expect(lastChange).toBeGreaterThan(sequence);
  const later = (await ingest(rooms(), {})).detections.map(({ id }) => id);
  const [next] = await findDetections(rooms().database, rooms().actor.tenantId, later);
  for (const number of numbers) expect(next?.sequence).toBeGreaterThan(number);
});
