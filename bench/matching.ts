// How many events a second threads match, by the clock on the wall, and what a second thread adds: `npm run bench:matching`. Only a
// machine that does nothing else can say it. SigmaHQ's rules and OTRF's events are expected in ../shared/data.
import { availableParallelism } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { MatchableRecord, Matcher } from "../src/matching/index.ts";
import type { Rule } from "../src/sigma/index.ts";
import { present, readLines, readRules } from "./engine/inputs.ts";
import { median, pieces } from "./engine/measure.ts";
import { createMatcher } from "./engine/rooms.ts";

const shared = "../shared/data";
const folders = ["rules", "rules-emerging-threats", "rules-threat-hunting"].map((name) => `${shared}/sigmahq/${name}`);
const eventsFile = `${shared}/events/otrf-windows.ndjson.gz`;
const tenant = 1;
const passes = 5;
/** As requests come: large ones, several at once. */
const batchSize = 2_000;

interface Pass {
  readonly eventsPerSecond: number;
  /** The longest that the caller's own thread was kept from other work. */
  readonly heldMs: number;
}

async function matchAll(matcher: Matcher, records: readonly MatchableRecord[]): Promise<Pass> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  await Promise.all(Array.from(pieces(records, batchSize), (batch) => matcher.match(tenant, batch)));
  const seconds = (performance.now() - started) / 1_000;
  delay.disable();
  return { eventsPerSecond: records.length / seconds, heldMs: delay.max / 1e6 };
}

async function report(rules: readonly Rule[], records: readonly MatchableRecord[]): Promise<void> {
  console.log(`${rules.length} rules, ${records.length} events, ${availableParallelism()} cores; medians of ${passes}`);
  const crews = [0, 1, 2].map((threads) => {
    const matcher = createMatcher({ threads, onFailure: (error) => console.error(error) });
    matcher.setRules(tenant, { set: rules.map((rule, index) => [index, rule]) });
    return { threads, matcher, measured: [] as Pass[] };
  });
  // In turn, so that what else the machine does meets all alike; the first pass warms up.
  for (let pass = 0; pass <= passes; pass++) {
    for (const { matcher, measured } of crews) {
      const result = await matchAll(matcher, records);
      if (pass > 0) measured.push(result);
    }
  }
  const [, one = NaN, two = NaN] = crews.map(({ threads, measured }) => {
    const rate = median(measured.map(({ eventsPerSecond }) => eventsPerSecond));
    const held = median(measured.map(({ heldMs }) => heldMs));
    console.log(
      `${threads} threads: ${Math.round(rate)} events/s, the caller held up for ${held.toFixed(1)} ms at most`,
    );
    return rate;
  });
  console.log(`two threads to one: ${(two / one).toFixed(2)}`);
  await Promise.all(crews.map(({ matcher }) => matcher.close()));
}

if (present([...folders, eventsFile]).length === folders.length + 1) {
  await report(
    readRules(folders),
    readLines(eventsFile).map((text) => ({ text })),
  );
}
