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

type Voice = Pick<CliOptions, "say">;

/** Pipelines are given by hand: one with an error ends the command. */
export async function loadPipeline(files: readonly string[], { say }: Voice): Promise<Pipeline | undefined> {
  const pipelines: Pipeline[] = [];
  for (const source of files.length > 0 ? await readRuleFiles(files) : []) {
    const { pipeline, problems } = parsePipeline(source);
    for (const problem of problems) say(printProblem(source, problem));
    if (!pipeline) throw new Error(`${source.name} is not a pipeline that can be applied`);
    pipelines.push(pipeline);
  }
  return pipelines.length > 0 ? joinPipelines(pipelines) : undefined;
}

/** The rules of files, narrowed by the filters among them. What has errors is told and left out. */
export async function loadRules(
  paths: readonly string[],
  pipeline: Pipeline | undefined,
  { say }: Voice,
): Promise<Rule[]> {
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
