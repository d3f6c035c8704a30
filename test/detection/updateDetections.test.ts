import { beforeAll, expect, test } from "vitest";
import { findActivities, updateDetections } from "../../src/detection/index.ts";
import { addRule, ingest } from "../setup/samples.ts";
import { testNow, useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
beforeAll(() => addRule(rooms()));

const oneDetection = async (): Promise<string> => (await ingest(rooms(), {})).detections[0]?.id ?? "";
const update = (change: Parameters<typeof updateDetections>[2]) =>
  updateDetections(rooms().database, rooms().actor, change, testNow);

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
