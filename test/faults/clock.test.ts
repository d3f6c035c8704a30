import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { uuidTimeMs } from "../../src/store/uuid.ts";
import { addRule, ingest } from "../setup/samples.ts";
import { testNow, useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
const dayMs = 86_400_000;

beforeAll(() => addRule(rooms()));
afterEach(() => rooms().setNow(testNow));

/** Where an event is stored: the day's table of it and of its detection, and its time. */
async function placeOf(host: string): Promise<unknown> {
  const { rows } = await rooms().database.pool.query(
    `select e.tableoid::regclass::text as event, d.tableoid::regclass::text as detection, e.time
     from event e join detection d on d.event_id = e.id where e.host = $1`,
    [host],
  );
  return rows;
}

const placeOn = (day: string, time: string) => [
  { event: `part.event_${day}`, detection: `part.detection_${day}`, time: new Date(time) },
];

describe("the day of arrival is where an event goes, whatever time it has", () => {
  test.each([
    { time: "2020-09-20T08:00:00.000Z", kept: "2020-09-20T08:00:00.000Z", because: "old events are replayed" },
    { time: "1970-01-01T00:00:01.000Z", kept: "1970-01-01T00:00:01.000Z", because: "some clocks begin anew" },
    { time: "2026-11-22T23:59:59.999Z", kept: "2026-11-22T23:59:59.999Z", because: "it came after midnight" },
    { time: "2026-11-23T12:30:00.000Z", kept: "2026-11-23T12:30:00.000Z", because: "its clock is a little ahead" },
    {
      time: "2035-01-01T00:00:00.000Z",
      kept: "2026-11-23T12:00:00.000Z",
      because: "that cannot be: it is its arrival",
    },
  ])("an event of $time: $because", async ({ time, kept }) => {
    expect(await ingest(rooms(), { host: time, time })).toMatchObject({ accepted: 1, detections: [{}] });
    expect(await placeOf(time)).toEqual(placeOn("20261123", kept));
  });
});

describe("a clock that jumps refuses nothing", () => {
  test.each([
    { jumpMs: dayMs, day: "20261124", because: "a machine has slept" },
    { jumpMs: -dayMs, day: "20261122", because: "it was ahead" },
    { jumpMs: 60 * dayMs, day: "20270122", because: "no day is there yet: it is made" },
    { jumpMs: -60 * dayMs, day: "20260924", because: "no day is there any more: it is made" },
    { jumpMs: 0, day: "20261123", because: "it is right again" },
  ])("by $jumpMs ms: $because", async ({ jumpMs, day }) => {
    const now = new Date(testNow.getTime() + jumpMs);
    rooms().setNow(now);
    const time = "2026-01-01T00:00:00.000Z";
    const host = `jump-${jumpMs}`;
    const { accepted, detections } = await ingest(rooms(), { host, time, clientId: host });
    expect(accepted).toBe(1);
    expect(await placeOf(host)).toEqual(placeOn(day, time));
    expect(Math.abs(uuidTimeMs(detections[0]?.id ?? "") - now.getTime())).toBeLessThan(60_000);
    // A retry on the other side of the jump is still one.
    rooms().setNow(testNow);
    expect(await ingest(rooms(), { host, time, clientId: host })).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  test("the numbers of detections follow the commits, not the clock", async () => {
    const { rows } = await rooms().database.pool.query<{ sequence: bigint }>(
      "select sequence from detection order by 1",
    );
    expect(rows.map(({ sequence }) => Number(sequence))).toEqual(rows.map((_, place) => place + 1));
  });
});
