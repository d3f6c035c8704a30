import { createReadStream } from "node:fs";
import { Command } from "commander";
import { createRuleSet, match, type RuleSet } from "../engine/index.ts";
import { normalise } from "../event/index.ts";
import { type DecodedRecord, decodeStream } from "../ingest/index.ts";
import type { Rule } from "../sigma/index.ts";
import { createExplainer, type Explainer } from "./createExplainer.ts";
import { loadPipeline, loadRules } from "./loadRules.ts";
import type { CliOptions } from "./options.ts";

type Voice = Pick<CliOptions, "print" | "say">;

interface EvalOptions {
  readonly rules: readonly string[];
  readonly events: string;
  readonly stats?: boolean;
  readonly lines?: string;
  readonly pipelines?: readonly string[];
  readonly explain?: boolean;
  readonly rule?: readonly string[];
  readonly event?: readonly number[];
}

/** What an evaluation came to; durations in milliseconds. */
interface Tally {
  events: number;
  rejected: number;
  matches: number;
  decodeMs: number;
  normaliseMs: number;
  matchMs: number;
}

/** `detectql eval`: rules against a file of events, without a server. */
export function evalCommand(voice: Voice): Command {
  return new Command("eval")
    .description("evaluate events against rules without a server; one JSON line per match on standard output")
    .requiredOption("--rules <path...>", "rule files, or folders of .yml and .yaml files")
    .requiredOption(
      "--events <file>",
      "NDJSON, a JSON array or JSON objects in a row, plain or gzip; - is standard input",
    )
    .option("--lines <source>", "the file is raw lines of a log: auditd, access_log or syslog")
    .option("--pipelines <file...>", "pySigma processing pipelines, applied to the rules")
    .option("--stats", "print counts and rates as one JSON line on standard error")
    .option("--explain", "print why rules match events, or why not, in place of the matches")
    .option("--rule <id...>", "with --explain: these rules, by id, name or title, whether they match or not")
    .option("--event <ordinal...>", "with --explain: these events alone, counted from 0", readOrdinals)
    .action((options: EvalOptions) => evaluate(options, voice));
}

function readOrdinals(text: string, before: readonly number[] = []): readonly number[] {
  if (/^\d{1,9}$/.test(text)) return [...before, Number(text)];
  throw new Error(`--event ${text}: events are counted from 0`);
}

/** What is wrong with one rule or event is told and stops nothing; exit code 1 if no rule or no event could be used. */
async function evaluate(options: EvalOptions, voice: Voice): Promise<void> {
  const { events, lines, stats = false, pipelines = [] } = options;
  const started = performance.now();
  const rules = await loadRules(options.rules, await loadPipeline(pipelines, voice), voice);
  const explainer = explainerOf(options, rules, voice);
  const ruleSet = createRuleSet(rules.map((rule) => [rule, rule] as const));
  const loadMs = performance.now() - started;
  const tally = await evaluateFile({ file: events, lines }, { ruleSet, explainer }, voice);
  const { events: count, rejected, matches } = tally;
  if (rules.length === 0 || (rejected > 0 && rejected === count)) process.exitCode = 1;
  explainer?.end();
  voice.say(`${rules.length} rules, ${count} events (${rejected} rejected), ${matches} matches`);
  if (stats)
    voice.say(JSON.stringify(rounded({ rules: rules.length, ...tally, loadMs, eventsPerSecond: rate(tally) })));
}

function explainerOf(
  { explain = false, rule = [], event = [] }: EvalOptions,
  rules: readonly Rule[],
  voice: Voice,
): Explainer | undefined {
  if (explain) return createExplainer(rules, { rules: rule, events: event }, voice);
  if (rule.length + event.length > 0) throw new Error("--rule and --event go with --explain");
  return undefined;
}

const rounded = (figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, Math.round(figure * 10) / 10]));

/** Events per second of decoding, normalising and matching together. */
const rate = ({ events, decodeMs, normaliseMs, matchMs }: Tally): number =>
  Math.round((events * 1_000) / Math.max(1, decodeMs + normaliseMs + matchMs));

interface EventFile {
  readonly file: string;
  /** The source whose raw lines the file holds. */
  readonly lines: string | undefined;
}

async function evaluateFile({ file, lines }: EventFile, matching: Matching, { print, say }: Voice): Promise<Tally> {
  const tally: Tally = { events: 0, rejected: 0, matches: 0, decodeMs: 0, normaliseMs: 0, matchMs: 0 };
  const chunks: AsyncIterable<Buffer> = file === "-" ? process.stdin : createReadStream(file);
  let last = performance.now();
  for await (const decoded of decodeStream(chunks, undefined, lines)) {
    tally.decodeMs += performance.now() - last;
    if (decoded.kind === "refused") throw new Error(`${file}: ${decoded.message}`);
    tally.events += decoded.records.length + decoded.rejections.length;
    tally.rejected += decoded.rejections.length;
    for (const { index, code, message } of decoded.rejections) say(`event ${index}: ${code}: ${message}`);
    for (const record of decoded.records) evaluateRecord(record, { ...matching, tally, print });
    last = performance.now();
  }
  return tally;
}

interface Matching {
  readonly ruleSet: RuleSet<Rule>;
  readonly explainer: Explainer | undefined;
}

interface Evaluation extends Matching {
  readonly tally: Tally;
  readonly print: (line: string) => void;
}

function evaluateRecord({ index, record, text, logsource }: DecodedRecord, evaluation: Evaluation): void {
  const { ruleSet, explainer, tally, print } = evaluation;
  const started = performance.now();
  const event = normalise(record, logsource, text);
  const normalised = performance.now();
  const matches = match(ruleSet, event).map(({ key }) => key);
  tally.matchMs += performance.now() - normalised;
  tally.normaliseMs += normalised - started;
  tally.matches += matches.length;
  if (explainer) return explainer.explain(index, event, matches);
  for (const { id, name, title, level = null } of matches) {
    print(JSON.stringify({ event: index, ruleId: id ?? name ?? title, title, level }));
  }
}
