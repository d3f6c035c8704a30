import { Command, Option } from "commander";
import { explainAggregation, lintDocument, lintRules } from "../lint/index.ts";
import {
  checkReferences,
  type Filter,
  locate,
  type ParsedSigma,
  parseSigma,
  printProblem,
  type Problem,
  resolvePlaceholders,
  type Rule,
  type Source,
} from "../sigma/index.ts";
import type { CliOptions } from "./options.ts";
import { readRuleFiles } from "./ruleFiles.ts";

type Format = "text" | "json";

/** What is wrong with one file, in the order of its text. */
interface FileReport {
  readonly source: Source;
  readonly problems: readonly Problem<string>[];
}

/** `detectql check`: reads and lints rules, without a database. */
export function checkCommand({ print, say, clock }: Pick<CliOptions, "print" | "say" | "clock">): Command {
  return new Command("check")
    .description("read and lint Sigma rules; exit code 1 if one has an error")
    .argument("<path...>", "rule files, or folders of .yml and .yaml files")
    .addOption(new Option("--format <format>", "how problems are printed").choices(["text", "json"]).default("text"))
    .option("--errors-only", "leave warnings out")
    .action(async (paths: readonly string[], options: { format: Format; errorsOnly?: boolean }) => {
      const sources = await readRuleFiles(paths);
      const reports = checkSources(sources, clock().toISOString().slice(0, 10));
      const shown = reports.flatMap(({ source, problems }) =>
        problems
          .filter(({ severity }) => severity === "error" || !options.errorsOnly)
          .map((problem) => ({ source, problem })),
      );
      for (const { source, problem } of shown) print(lineOf(source, problem, options.format));
      say(summary(reports));
      if (count(reports, "error") > 0) process.exitCode = 1;
    });
}

/** Checks files, each by itself and against each other. */
function checkSources(sources: readonly Source[], today: string): FileReport[] {
  const texts = sources.map((source) => ({ source, ...parseSigma(source) }));
  const rules = texts.flatMap(({ source, rules }) => rules.map((rule) => ({ rule, source })));
  const across = lintRules(rules);
  const references = checkReferences(texts);
  return texts.map((text) => {
    const { source } = text;
    const found: readonly Problem<string>[] = [
      ...text.problems.map((problem) => explainAggregation(problem, source)),
      ...[...text.rules, ...text.filters].flatMap(missingLists),
      ...[...text.rules, ...text.filters, ...text.correlations].flatMap((one) => lintDocument(one, source, { today })),
      ...rules.flatMap((one, index) => (one.source === source ? (across[index] ?? []) : [])),
      ...references.filter((reference) => isOf(reference.text, text)).map(({ problem }) => problem),
    ];
    return { source, problems: found.toSorted((one, other) => one.span.start - other.span.start) };
  });
}

/** Here are no lists: that a rule needs some is no mistake of its author's, but its import fails without them. */
const missingLists = (rule: Rule | Filter): readonly Problem[] =>
  resolvePlaceholders(rule, new Map()).problems.map((problem) => ({ ...problem, severity: "warning" }));

const isOf = (one: ParsedSigma, other: ParsedSigma): boolean => one === other;

function lineOf(source: Source, problem: Problem<string>, format: Format): string {
  if (format === "text") return printProblem(source, problem);
  const { span, ...rest } = problem;
  const { line, column } = locate(source.text, span.start);
  return JSON.stringify({ file: source.name, line, column, ...rest });
}

const count = (reports: readonly FileReport[], wanted: Problem["severity"]): number =>
  reports.flatMap(({ problems }) => problems).filter(({ severity }) => severity === wanted).length;

const summary = (reports: readonly FileReport[]): string =>
  `${reports.length} files: ${count(reports, "error")} errors, ${count(reports, "warning")} warnings`;
