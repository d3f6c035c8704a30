// What matching costs, against JSON.parse of the same lines in the same run: CPU time of this process, medians of several passes.
// `npm run bench:engine -- [--rules PATH...] [--events FILE] [--passes N] [--json] [--peer 'COMMAND {events}']`. Without paths it
// takes SigmaHQ's rules and OTRF's events from ../shared/data, and says so if they are missing.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import type { RuleSet } from "../src/engine/index.ts";
import type { JsonObject } from "../src/event/index.ts";
import type { Rule } from "../src/sigma/index.ts";
import { present, readLines, readRules } from "./engine/inputs.ts";
import { median, rounded, timed } from "./engine/measure.ts";
import { multiply, mutate } from "./engine/mutateRules.ts";
import { type Figures, measurePasses, witness } from "./engine/passes.ts";
import { measurePeer } from "./engine/peer.ts";
import {
  changeLogsources,
  createReferenceRuleSet,
  createRuleSet,
  logicOf,
  lookupsOf,
  match,
  normalise,
} from "./engine/rooms.ts";
import { reportWorstCases } from "./engine/worstCases.ts";
import { rulePaths } from "./rulePaths.ts";

const shared = "../shared/data";
const { values, positionals } = parseArgs({
  options: {
    rules: { type: "string", multiple: true },
    events: { type: "string", default: `${shared}/events/otrf-windows.ndjson.gz` },
    passes: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
    peer: { type: "string" },
  },
  allowPositionals: true,
});

const rulesFrom = rulePaths(values.rules, positionals);
const passes = Number(values.passes);
const row = (what: string, figure: string): void => console.log(`  ${figure.padStart(12)}  ${what}`);
const perSecond = (us: number): number => Math.round(1_000_000 / us);
const ratio = ({ parseUs, matchUs }: Figures): number => matchUs / parseUs;

function report(rules: readonly Rule[], lines: readonly string[]): Record<string, unknown> {
  const entries = rules.map((rule, index) => [index, rule] as const);
  const ruleSet = createRuleSet(entries);
  console.log(
    `${lines.length} events, ${rules.length} rules; microseconds of CPU an event, medians of ${passes} passes`,
  );
  const all = measurePasses(lines, ruleSet, passes);
  const total = all.parseUs + all.normaliseUs + all.matchUs;
  row("JSON.parse", all.parseUs.toFixed(2));
  row("normalise, with time, host, user and address", all.normaliseUs.toFixed(2));
  row("match", all.matchUs.toFixed(2));
  row("match / JSON.parse", ratio(all).toFixed(2));
  row("events/s matched", String(perSecond(all.matchUs)));
  row("events/s parsed, normalised and matched", String(perSecond(total)));
  row("matches", String(all.matches));
  row("candidates an event", candidatesOf(rules, lines).toFixed(2));
  row("the plain evaluator, of a sample", referenceUs(rules, lines).toFixed(0));
  const peer = values.peer === undefined ? undefined : measurePeer(values.peer, lines);
  if (peer !== undefined)
    row(
      `events/s of the peer; ours are ${(perSecond(total) / peer).toFixed(2)} times as many`,
      String(Math.round(peer)),
    );

  const created = measurePasses(lines.filter(isProcessCreation), ruleSet, passes * 4);
  row("match / JSON.parse, process creation only", ratio(created).toFixed(2));
  const added = reportAdding(rules, ruleSet);
  const loaded = reportLoading();
  const scale = reportScale(rules, lines);
  const worstMs = reportWorstCases(rules, ruleSet);
  return {
    rules: rules.length,
    events: lines.length,
    matches: all.matches,
    parseUs: all.parseUs,
    normaliseUs: all.normaliseUs,
    matchUs: all.matchUs,
    matchToParse: ratio(all),
    matchPerSecond: perSecond(all.matchUs),
    endToEndPerSecond: perSecond(total),
    ...loaded,
    ...added,
    processCreation: { parseUs: created.parseUs, matchUs: created.matchUs, matchToParse: ratio(created) },
    scale,
    worstMs,
    ...(peer !== undefined && { peerPerSecond: peer, endToEndToPeer: perSecond(total) / peer }),
  };
}

const parse = (line: string): JsonObject => JSON.parse(line) as JsonObject;
const isProcessCreation = (line: string): boolean =>
  normalise(parse(line)).classification.categories.includes("process_creation");

function candidatesOf(rules: readonly Rule[], lines: readonly string[]): number {
  const logics = [...new Set(rules.map(logicOf))];
  const lookups = lookupsOf(changeLogsources(new Map(), { added: logics, gone: [], isAlive: () => true }));
  let count = 0;
  for (const event of lines.map((line) => normalise(parse(line))))
    lookups(event.classification)(event, () => (count += 1));
  return count / lines.length;
}

function referenceUs(rules: readonly Rule[], lines: readonly string[]): number {
  const reference = createReferenceRuleSet(rules.map((rule, index) => [index, rule] as const));
  const events = lines.filter((_, at) => at % 500 === 0).map((line) => normalise(parse(line)));
  return timed(() => events.reduce((sum, event) => sum + match(reference, event).length, 0)).us / events.length;
}

/** One rule after the other, each new: some of them make small indexes merge. */
function reportAdding(rules: readonly Rule[], ruleSet: RuleSet<number>) {
  let growing = ruleSet;
  const times = Array.from({ length: 100 }, (_, index) => {
    const rule = rules[(index * 37) % rules.length];
    const added = rule && mutate(rule, 1_000 + index);
    return timed(() => (growing = growing.with({ set: added ? [[rules.length + index, added]] : [] }))).us / 1_000;
  });
  const [addRuleMs, addRuleWorstMs] = [median(times), Math.max(...times)];
  row(`ms to add one rule; the worst of a hundred took ${addRuleWorstMs.toFixed(1)}`, addRuleMs.toFixed(2));
  return { addRuleMs, addRuleWorstMs };
}

/** In a process of its own. */
function reportLoading() {
  const loader = new URL("engine/load.ts", import.meta.url).pathname;
  const run = (count: number) => {
    const flags = ["--expose-gc", "--import", "tsx", loader, String(count), values.events, ...rulesFrom];
    const { stdout, stderr } = spawnSync(process.execPath, flags, { encoding: "utf8" });
    if (!stdout.startsWith("{")) throw new Error(stderr);
    return JSON.parse(stdout) as Record<"loadMs" | "wallMs" | "loadedMb" | "usedMb", number>;
  };
  const runs = [1, 2, 3].map(() => run(0));
  const { usedMb } = run(5_000);
  const loadMs = median(runs.map((each) => each.loadMs));
  const rssMb = median(runs.map((each) => each.loadedMb));
  row(
    `ms of CPU to load the rules, cold; ${median(runs.map((each) => each.wallMs)).toFixed(0)} ms by the clock`,
    loadMs.toFixed(0),
  );
  row(`MB resident with the rules; ${usedMb.toFixed(0)} MB after 5,000 events`, rssMb.toFixed(0));
  return { loadMs, rssMb, rssAfterEventsMb: usedMb };
}

function reportScale(rules: readonly Rule[], lines: readonly string[]) {
  console.log("\nmore rules, copies of these with other texts; then ten tenants with the same rules");
  const some = lines.filter((_, at) => at % 5 === 0);
  const measureRules = (each: readonly Rule[]): Figures =>
    measurePasses(some, createRuleSet(each.map((rule, index) => [index, rule] as const)), Math.min(3, passes));
  const base = measureRules(rules);
  const line = (what: string, figures: Figures) => {
    const times = ratio(figures) / ratio(base);
    row(`${what}: ${ratio(figures).toFixed(2)} of JSON.parse, ${figures.matches} matches`, `${times.toFixed(2)} x`);
    return { what, rules: what, matchUs: figures.matchUs, matchToParse: ratio(figures), times };
  };
  return [
    line(`${rules.length}`, base),
    ...[10_000, 30_000].map((count) => line(String(count), measureRules(multiply(rules, count)))),
    line("ten tenants", measureRules(Array.from({ length: 10 }, () => rules).flat())),
  ];
}

const roundedAll = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, each: unknown) => (typeof each === "number" ? rounded(each) : each));

const paths = present([...rulesFrom, values.events]);
if (paths.length === rulesFrom.length + 1) {
  const figures = report(readRules(rulesFrom), readLines(values.events));
  if (witness() === 0) throw new Error("no event was looked at");
  if (values.json) console.log(JSON.stringify(roundedAll(figures)));
}
