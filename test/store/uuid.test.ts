import { expect, test } from "vitest";
import { createUuidSource, detectionId, uuidFloor, uuidTimeMs } from "../../src/store/uuid.ts";

const nowMs = Date.UTC(2026, 10, 23, 7, 49, 12, 345);
const uuidv7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test.each([
  { ms: 0, because: "the epoch" },
  { ms: 1, because: "small numbers are padded" },
  { ms: nowMs, because: "now" },
  { ms: 2 ** 48 - 1, because: "48 bits are all there is" },
])("a uuid of $ms ms is a version 7 and gives the instant back: $because", ({ ms }) => {
  const uuid = createUuidSource()(ms);
  expect(uuid).toMatch(uuidv7);
  expect(uuidTimeMs(uuid)).toBe(ms);
});

test.each([
  { step: () => 0, because: "within one millisecond" },
  { step: () => 1, because: "as time goes on" },
  { step: (n: number) => -n, because: "when the clock steps back" },
  { step: (n: number) => (n % 7) - 3, because: "when the clock jitters" },
])("ids of one source only rise $because", ({ step }) => {
  const next = createUuidSource();
  const ids = Array.from({ length: 20_000 }, (_, n) => next(nowMs + step(n)));
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});

test("a full millisecond borrows few of the next", () => {
  const next = createUuidSource();
  const ids = Array.from({ length: 20_000 }, () => next(nowMs));
  const last = ids.at(-1) ?? "";
  expect(uuidTimeMs(last) - nowMs).toBeLessThan(10);
});

test("two sources do not meet", () => {
  const [one, other] = [createUuidSource(), createUuidSource()];
  const ids = Array.from({ length: 10_000 }, () => [one(nowMs), other(nowMs)]).flat();
  expect(new Set(ids).size).toBe(ids.length);
});

test("the floor of an instant is below its ids, and above those of the instant before", () => {
  expect(uuidFloor(nowMs) < createUuidSource()(nowMs)).toBe(true);
  expect(uuidFloor(nowMs) > createUuidSource()(nowMs - 1)).toBe(true);
});

const eventId = "019abcde-f012-7abc-8def-0123456789ab";

test("a detection's id is a uuidv7 of its event's instant", () => {
  const id = detectionId(1, 42, eventId);
  expect(id).toMatch(uuidv7);
  expect(uuidTimeMs(id)).toBe(uuidTimeMs(eventId));
});

test("detections sort as their events do", () => {
  const next = createUuidSource();
  const ids = Array.from({ length: 1_000 }, () => detectionId(1, 42, next(nowMs)));
  expect(ids).toEqual(ids.toSorted());
});

test("a detection's id never changes between versions", () => {
  expect(detectionId(1, 42, eventId)).toMatchInlineSnapshot(`"019abcde-f012-7abc-88be-c190b94d82c5"`);
});

test.each([
  { id: detectionId(2, 42, eventId), because: "of another tenant" },
  { id: detectionId(1, 43, eventId), because: "of another rule" },
  { id: detectionId(1, 42, "019abcde-f012-7abc-8def-0123456789ac"), because: "of another event" },
  { id: detectionId(14, 2, eventId), because: "whose numbers have the same digits" },
])("a detection $because has another id", ({ id }) => {
  expect(id).not.toBe(detectionId(1, 42, eventId));
});

test("an event id in capitals is the same event", () => {
  expect(detectionId(1, 42, eventId.toUpperCase())).toBe(detectionId(1, 42, eventId));
});
