// What normalising costs, against JSON.parse of the same lines in the same run: CPU time of this process, medians of several passes.
// Classification, then also time, host, user and address, then also every field. `npm run bench:events -- [--events FILE] [--passes N]`,
// NDJSON, plain or gzip; without a file it takes OTRF's events from ../shared/data, and says so if they are missing.
import { parseArgs } from "node:util";
import type { Event, JsonObject } from "../src/event/index.ts";
import { present, readLines } from "./engine/inputs.ts";
import { median, pieces, timed } from "./engine/measure.ts";
import { normalise } from "./engine/rooms.ts";

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "../shared/data/events/otrf-windows.ndjson.gz" },
    passes: { type: "string", default: "9" },
  },
});

/** Work over some records; it returns something of every event, so that no work can be left out. */
interface Step {
  readonly name: string;
  readonly run: (records: readonly JsonObject[]) => number;
}

const steps: readonly Step[] = [
  { name: "classification", run: (records) => total(records, (record) => classified(normalise(record))) },
  { name: "+ time, host, user, address", run: (records) => total(records, (record) => identified(normalise(record))) },
  { name: "+ every field", run: (records) => total(records, (record) => walked(normalise(record))) },
];

const names = ["JSON.parse", ...steps.map(({ name }) => name)];

const parse = (line: string): JsonObject => JSON.parse(line) as JsonObject;

function total<Item>(items: readonly Item[], count: (item: Item) => number): number {
  let sum = 0;
  for (const item of items) sum += count(item);
  return sum;
}

const classified = ({ classification }: Event): number => classification.categories.length;

function identified(event: Event): number {
  const { timeMs = 0, host = "", user = "", sourceAddress = "" } = event;
  return classified(event) + (timeMs % 2) + host.length + user.length + sourceAddress.length;
}

const walked = (event: Event): number =>
  identified(event) + total(event.names(), (name) => event.field(name)?.length ?? 0);

/** The microseconds that JSON.parse takes over all lines, then each step. */
function pass(lines: readonly string[]): readonly number[] {
  const taken = names.map(() => 0);
  for (const some of pieces(lines)) {
    const { us, result: records } = timed(() => some.map(parse));
    const figures = [us, ...steps.map(({ run }) => timed(() => run(records)).us)];
    figures.forEach((figure, index) => (taken[index] = (taken[index] ?? 0) + figure));
  }
  return taken;
}

/** The first pass is not counted: there the code is still being compiled. */
function measure(lines: readonly string[], passes: number): readonly number[] {
  pass(lines);
  const taken = Array.from({ length: passes }, () => pass(lines));
  return names.map((_, index) => median(taken.map((figures) => figures[index] ?? 0)));
}

function report(file: string, passes: number): void {
  const lines = readLines(file);
  const figures = measure(lines, passes);
  console.log(`${lines.length} events of ${file}: medians of ${passes} passes, and the share of JSON.parse`);
  names.forEach((name, index) => {
    const us = figures[index] ?? 0;
    const each = (us / lines.length).toFixed(2).padStart(7);
    console.log(`  ${name.padEnd(28)} ${each} µs an event  ${(us / (figures[0] ?? 1)).toFixed(2)}`);
  });
}

for (const file of present([values.events])) report(file, Number(values.passes));
