import { createReadStream } from "node:fs";
import { Command } from "commander";
import { createRuleSet, match, type RuleSet } from "../engine/index.ts";
import { normalise } from "../event/index.ts";
import { type DecodedRecord, decodeStream } from "../ingest/index.ts";
import {
  applyFilters,
  applyPipeline,
  type Filter,
  joinPipelines,
  parsePipeline,
  parseSigma,
  type Pipeline,
  printProblem,
  resolvePlaceholders,
  type Rule,
} from "../sigma/index.ts";
import type { CliOptions } from "./options.ts";
import { readRuleFiles } from "./ruleFiles.ts";

type Voice = Pick<CliOptions, "print" | "say">;

interface EvalOptions {
  readonly rules: readonly string[];
  readonly events: string;
  readonly stats?: boolean;
  readonly lines?: string;
  readonly pipelines?: readonly string[];
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
    .action((options: EvalOptions) => evaluate(options, voice));
}

/** What is wrong with one rule or event is told and stops nothing; exit code 1 if no rule or no event could be used. */
async function evaluate(
  { rules: paths, events, lines, stats = false, pipelines = [] }: EvalOptions,
  voice: Voice,
): Promise<void> {
  const started = performance.now();
  const rules = await loadRules(paths, await loadPipeline(pipelines, voice), voice);
  const ruleSet = createRuleSet(rules.map((rule) => [rule, rule] as const));
  const loadMs = performance.now() - started;
  const tally = await evaluateFile({ file: events, lines }, ruleSet, voice);
  const { events: count, rejected, matches } = tally;
  if (rules.length === 0 || (rejected > 0 && rejected === count)) process.exitCode = 1;
  voice.say(`${rules.length} rules, ${count} events (${rejected} rejected), ${matches} matches`);
  if (stats)
    voice.say(JSON.stringify(rounded({ rules: rules.length, ...tally, loadMs, eventsPerSecond: rate(tally) })));
}

const rounded = (figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, Math.round(figure * 10) / 10]));

/** Events per second of decoding, normalising and matching together. */
const rate = ({ events, decodeMs, normaliseMs, matchMs }: Tally): number =>
  Math.round((events * 1_000) / Math.max(1, decodeMs + normaliseMs + matchMs));

/** Pipelines are given by hand: one with an error ends the command. */
async function loadPipeline(files: readonly string[], { say }: Voice): Promise<Pipeline | undefined> {
  const pipelines: Pipeline[] = [];
  for (const source of files.length > 0 ? await readRuleFiles(files) : []) {
    const { pipeline, problems } = parsePipeline(source);
    for (const problem of problems) say(printProblem(source, problem));
    if (!pipeline) throw new Error(`${source.name} is not a pipeline that can be applied`);
    pipelines.push(pipeline);
  }
  return pipelines.length > 0 ? joinPipelines(pipelines) : undefined;
}

/** Rules, narrowed by the filters among them. What has errors is told and left out. */
async function loadRules(paths: readonly string[], pipeline: Pipeline | undefined, { say }: Voice): Promise<Rule[]> {
  const rules: Rule[] = [];
  const filters: Filter[] = [];
  for (const source of await readRuleFiles(paths)) {
    const parsed = parseSigma(source);
    for (const rule of parsed.rules) {
      // There is no service here whose lists could stand in for placeholders.
      const processed = pipeline ? applyPipeline(pipeline, rule) : { rule, problems: [] };
      const resolved = processed.rule && resolvePlaceholders(processed.rule, new Map());
      const problems = [...processed.problems, ...(resolved?.problems ?? [])];
      for (const problem of problems) say(printProblem(source, problem));
      if (resolved && problems.length === 0) rules.push(resolved.rule);
    }
    filters.push(...parsed.filters);
    const errors = parsed.problems.filter(({ severity }) => severity === "error");
    for (const problem of errors) say(printProblem(source, problem));
  }
  return rules.map((rule) => applyFilters(rule, filters));
}

interface EventFile {
  readonly file: string;
  /** The source whose raw lines the file holds. */
  readonly lines: string | undefined;
}

async function evaluateFile({ file, lines }: EventFile, ruleSet: RuleSet<Rule>, { print, say }: Voice): Promise<Tally> {
  const tally: Tally = { events: 0, rejected: 0, matches: 0, decodeMs: 0, normaliseMs: 0, matchMs: 0 };
  const chunks: AsyncIterable<Buffer> = file === "-" ? process.stdin : createReadStream(file);
  let last = performance.now();
  for await (const decoded of decodeStream(chunks, undefined, lines)) {
    tally.decodeMs += performance.now() - last;
    if (decoded.kind === "refused") throw new Error(`${file}: ${decoded.message}`);
    tally.events += decoded.records.length + decoded.rejections.length;
    tally.rejected += decoded.rejections.length;
    for (const { index, code, message } of decoded.rejections) say(`event ${index}: ${code}: ${message}`);
    for (const record of decoded.records) evaluateRecord(record, { ruleSet, tally, print });
    last = performance.now();
  }
  return tally;
}

interface Evaluation {
  readonly ruleSet: RuleSet<Rule>;
  readonly tally: Tally;
  readonly print: (line: string) => void;
}

function evaluateRecord({ index, record, logsource }: DecodedRecord, { ruleSet, tally, print }: Evaluation): void {
  const started = performance.now();
  const event = normalise(record, logsource);
  const normalised = performance.now();
  const matches = match(ruleSet, event);
  tally.matchMs += performance.now() - normalised;
  tally.normaliseMs += normalised - started;
  tally.matches += matches.length;
  for (const { key: rule } of matches) {
    const { id, name, title, level = null } = rule;
    print(JSON.stringify({ event: index, ruleId: id ?? name ?? title, title, level }));
  }
}
