// How many events a second threads match, by the clock on the wall, and what a second thread adds: `npm run bench:matching`. Meant for a
// machine that does nothing else. SigmaHQ's rules and the events are expected in ../shared/data.
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { gunzipSync } from "node:zlib";
import { readRecord } from "../src/event/index.ts";
import { createMatcher, type MatchableRecord, type Matcher } from "../src/matching/index.ts";
import { resolvePlaceholders, type Rule } from "../src/sigma/index.ts";
import { hasSigmahq, readRules } from "../test/conformance/sigmahq.ts";

const eventsFile = "../shared/data/events/otrf-windows.ndjson.gz";
const tenant = 1;
const passes = 5;
/** As requests come: several at once. */
const batchSize = 2_000;

interface Pass {
  readonly eventsPerSecond: number;
  /** The longest that the caller's own thread was kept from other work. */
  readonly heldMs: number;
}

function sigmahqRules(): readonly (readonly [number, Rule])[] {
  const rules = [...readRules().values()].flatMap((parsed) => parsed.rules);
  return rules.filter((rule) => resolvePlaceholders(rule, new Map()).problems.length === 0).map((rule, i) => [i, rule]);
}

function readEvents(): readonly MatchableRecord[] {
  const lines = gunzipSync(readFileSync(eventsFile)).toString("utf8").split("\n");
  return lines.flatMap((line) => {
    const reading = line === "" ? undefined : readRecord(line);
    return reading?.kind === "record" ? [{ text: reading.text }] : [];
  });
}

async function matchAll(matcher: Matcher, records: readonly MatchableRecord[]): Promise<Pass> {
  const batches = Array.from({ length: Math.ceil(records.length / batchSize) }, (_, i) =>
    records.slice(i * batchSize, (i + 1) * batchSize),
  );
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  await Promise.all(batches.map((batch) => matcher.match(tenant, batch)));
  const seconds = (performance.now() - started) / 1_000;
  delay.disable();
  return { eventsPerSecond: records.length / seconds, heldMs: delay.max / 1e6 };
}

const median = (figures: readonly number[]): number =>
  figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? NaN;

async function run(): Promise<void> {
  const [rules, records] = [sigmahqRules(), readEvents()];
  console.log(`${rules.length} rules, ${records.length} events, ${availableParallelism()} cores`);
  const crews = [0, 1, 2].map((threads) => {
    const matcher = createMatcher({ threads, onFailure: (error) => console.error(error) });
    matcher.setRules(tenant, { set: rules });
    return { threads, matcher, measured: [] as Pass[] };
  });
  // In turn, so that what else the machine does meets all alike; the first pass warms up.
  for (let pass = 0; pass <= passes; pass++) {
    for (const { matcher, measured } of crews) {
      const result = await matchAll(matcher, records);
      if (pass > 0) measured.push(result);
    }
  }
  const rates = crews.map(({ threads, measured }) => {
    const rate = median(measured.map(({ eventsPerSecond }) => eventsPerSecond));
    const held = median(measured.map(({ heldMs }) => heldMs));
    console.log(`${threads} threads: ${Math.round(rate)} events/s, caller held up for ${held.toFixed(1)} ms at most`);
    return rate;
  });
  console.log(`two threads to one: ${((rates[2] ?? NaN) / (rates[1] ?? NaN)).toFixed(2)}`);
  await Promise.all(crews.map(({ matcher }) => matcher.close()));
}

if (hasSigmahq && existsSync(eventsFile)) await run();
else console.log(`skipped: ../shared/data/sigmahq or ${eventsFile} is missing`);
