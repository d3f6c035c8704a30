// What normalising costs, against JSON.parse of the same lines: classification, then also time, host, user and address, then also
// every field. `npm run bench:events -- --events FILE`, NDJSON, plain or gzip; without it OTRF's events in ../shared/data.
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parseArgs } from "node:util";
import type * as EventRoom from "../src/event/index.ts";
import type { Event, JsonObject } from "../src/event/index.ts";

const { values } = parseArgs({
  options: { events: { type: "string", default: "../shared/data/events/otrf-windows.ndjson.gz" } },
});

const passes = 9;

/** Lines that are parsed and then normalised together: about a piece of a stream, or a small request. */
const batch = 100;

// What runs in production: tsx names every inner function anew each time it is made, which costs as much as the rest.
const built = new URL("../dist/event/index.js", import.meta.url).href;
const { normalise } = (await import(built)) as typeof EventRoom;

/** Work over a batch; it returns something of every event, so that no work can be left out. */
interface Step {
  readonly name: string;
  readonly run: (records: readonly JsonObject[]) => number;
}

const steps: readonly Step[] = [
  { name: "classification", run: (records) => total(records, (record) => classified(normalise(record))) },
  { name: "+ time, host, user, address", run: (records) => total(records, (record) => identified(normalise(record))) },
  { name: "+ every field", run: (records) => total(records, (record) => walked(normalise(record))) },
];

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

/** CPU time of this process: other work on the machine does not count. */
const cpuMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};

function median(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0;
}

/** The milliseconds that JSON.parse takes over all lines, then each step. */
function pass(lines: readonly string[]): readonly number[] {
  const taken = [0, ...steps.map(() => 0)];
  for (let start = 0; start < lines.length; start += batch) {
    const some = lines.slice(start, start + batch);
    let before = process.cpuUsage();
    const records = some.map(parse);
    taken[0] = (taken[0] ?? 0) + cpuMs(before);
    steps.forEach(({ run }, index) => {
      before = process.cpuUsage();
      run(records);
      taken[index + 1] = (taken[index + 1] ?? 0) + cpuMs(before);
    });
  }
  return taken;
}

/** The first pass is not counted: there the code is still being compiled. */
function measure(lines: readonly string[]): readonly number[] {
  pass(lines);
  const taken = Array.from({ length: passes }, () => pass(lines));
  return ["JSON.parse", ...steps].map((_, index) => median(taken.map((figures) => figures[index] ?? 0)));
}

function readLines(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
  return text.split("\n").filter((line) => line.trim() !== "");
}

function report(file: string): void {
  const lines = readLines(file);
  const figures = measure(lines);
  console.log(`${lines.length} events of ${file}: CPU time, medians of ${passes} passes, and the share of JSON.parse`);
  ["JSON.parse", ...steps.map(({ name }) => name)].forEach((name, index) => {
    const ms = figures[index] ?? 0;
    const microseconds = ((ms * 1_000) / lines.length).toFixed(2).padStart(7);
    const ratio = (ms / (figures[0] ?? 1)).toFixed(2);
    console.log(`  ${name.padEnd(28)} ${ms.toFixed(0).padStart(6)} ms ${microseconds} µs an event  ${ratio}`);
  });
}

if (existsSync(values.events)) report(values.events);
else console.log(`skipped: ${values.events} is missing; --events FILE measures another`);
