import { expect, test } from "vitest";
import { cover, type Piece } from "../../../src/store/rollups/cover.ts";
import { coverSlots } from "../../../src/store/rollups/coverSlots.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;
const at = (text: string): number => Date.parse(`2026-11-${text}Z`);
const minutes = [1_440, 360, 60, 15] as const;

const told = ({ fromMs, toMs, sign, minutes: length }: Piece): string => {
  const time = (ms: number) => new Date(ms).toISOString().slice(8, 16);
  return `${sign === 1 ? "+" : "-"}${length ?? "live"} ${time(fromMs)}..${time(toMs)}`;
};

test.each([
  { from: "20T00:00", to: "22T00:00", pieces: ["+1440 20T00:00..22T00:00"], because: "whole days are days" },
  {
    from: "20T10:03",
    to: "20T10:12",
    pieces: ["+live 20T10:03..20T10:12"],
    because: "short spans are counted where they lie",
  },
  { from: "20T00:00", to: "20T06:00", pieces: ["+360 20T00:00..20T06:00"], because: "a quarter of a day" },
  {
    from: "20T00:00",
    to: "20T23:00",
    pieces: ["+1440 20T00:00..21T00:00", "-60 20T23:00..21T00:00"],
    because: "a day without its last hour is less to read than 23 hours",
  },
  {
    from: "20T00:00",
    to: "21T04:53",
    pieces: [
      "+1440 20T00:00..21T00:00",
      "+360 21T00:00..21T06:00",
      "-60 21T05:00..21T06:00",
      "-live 21T04:53..21T05:00",
    ],
    because: "the rest is counted where it lies",
  },
  {
    from: "18T00:00",
    to: "25T00:00",
    lengths: [5_760, 1_440] as const,
    pieces: ["+1440 18T00:00..19T00:00", "+5760 19T00:00..23T00:00", "+1440 23T00:00..25T00:00"],
    because: "a week is four days and three",
  },
  {
    from: "19T00:00",
    to: "26T00:00",
    lengths: [5_760, 1_440] as const,
    pieces: ["+5760 19T00:00..27T00:00", "-1440 26T00:00..27T00:00"],
    because: "or eight without one",
  },
  {
    from: "20T00:00",
    to: "21T03:00",
    pieces: ["+1440 20T00:00..21T00:00", "+60 21T00:00..21T03:00"],
    because: "three hours are less to read than a quarter of a day without three",
  },
  {
    from: "20T00:00",
    to: "21T09:00",
    pieces: ["+1440 20T00:00..21T00:00", "+360 21T00:00..21T06:00", "+60 21T06:00..21T09:00"],
    because: "and what is nearer by the clock is not always fewer buckets",
  },
])("$from to $to is $pieces: $because", ({ from, to, lengths, pieces }) => {
  expect(cover(at(from), at(to), lengths ?? minutes).map(told)).toEqual(pieces);
});

/** How often an instant is counted. */
const weight = (pieces: readonly Piece[], ms: number): number =>
  pieces.filter(({ fromMs, toMs }) => ms >= fromMs && ms < toMs).reduce((sum, { sign }) => sum + sign, 0);

/** Random, but the same each time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

test("every instant of a span is counted once and every other not at all, in whole buckets", () => {
  const random = numbers(7);
  const next = () => random.next().value as number;
  for (let round = 0; round < 2_000; round++) {
    const fromMs = at("03T00:00") + Math.floor(next() * 10 * dayMs);
    const toMs = fromMs + 1 + Math.floor(next() ** 3 * 10 * dayMs);
    const pieces = cover(fromMs, toMs, round % 2 === 0 ? minutes : [5_760, 1_440, 360]);
    for (const { fromMs: start, toMs: end, minutes: length } of pieces)
      if (length !== undefined) expect([start % (length * minuteMs), end % (length * minuteMs)]).toEqual([0, 0]);
    const edges = [fromMs, toMs, ...pieces.flatMap((piece) => [piece.fromMs, piece.toMs])];
    for (const ms of edges.flatMap((edge) => [edge - 1, edge, edge + 1]))
      expect([ms, weight(pieces, ms)]).toEqual([ms, ms >= fromMs && ms < toMs ? 1 : 0]);
    const live = pieces.filter((piece) => piece.minutes === undefined);
    expect(live.length).toBeLessThanOrEqual(2);
  }
});

test.each([
  { hours: 1, grain: 60, because: "hours are cut by no hour" },
  { hours: 24, grain: 1_440, because: "days of UTC are days" },
  { hours: 12, grain: 360, because: "half a day is two quarters" },
])("slots of $hours hours are read in buckets of $grain minutes: $because", ({ hours, grain }) => {
  const bounds = [
    at("03T11:20"),
    ...Array.from({ length: 9 }, (_, i) => at("04T00:00") + i * hours * 3_600_000),
    at("14T00:07"),
  ];
  const inner = coverSlots(bounds, minutes).filter(({ slot }) => slot === undefined);
  expect(inner).toEqual([{ fromMs: bounds[1], toMs: bounds[9], sign: 1, minutes: grain }]);
});

test("days of a zone half an hour off are read in quarters of an hour, and slots of a minute where they lie", () => {
  const days = [0, 1, 2, 3].map((day) => at("03T18:30") + day * dayMs);
  expect(coverSlots(days, minutes).find(({ slot }) => slot === undefined)?.minutes).toBe(15);
  const short = [0, 1, 2, 3].map((minute) => at("03T18:30") + minute * minuteMs);
  expect(coverSlots(short, minutes)).toEqual([{ fromMs: short[0], toMs: short[3], sign: 1 }]);
});
