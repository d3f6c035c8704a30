import type { Json } from "../../std/index.ts";
import { type Problem, problem, type Report } from "../problem.ts";
import { quote } from "../quote.ts";
import type { Source } from "../source.ts";
import { suggest } from "../suggest.ts";
import { entryOf, type MapNode, type Node, type SequenceNode, valueOf } from "../yaml/node.ts";
import { parseYaml } from "../yaml/parseYaml.ts";
import { plainData } from "../yaml/plainData.ts";
import { optionalText } from "./parameters.ts";
import type { Pipeline, Step } from "./pipeline.ts";
import { readStep } from "./readStep.ts";

/** The pipeline of a text, absent if there is an error in it, and the problems in the order of the text. */
export interface ParsedPipeline {
  readonly pipeline?: Pipeline;
  readonly problems: readonly Problem[];
}

const keys = ["name", "priority", "vars", "transformations", "postprocessing", "finalizers", "allowed_backends"];

/**
 * Reads a processing pipeline of pySigma: one YAML document with `transformations`. What only matters to queries
 * (`postprocessing`, `finalizers`) is passed over with a warning. Never throws, whatever the text is.
 */
export function parsePipeline({ text }: Source): ParsedPipeline {
  const documents = parseYaml(text);
  const problems = documents.flatMap((document) => document.problems);
  const [root, ...others] = documents.flatMap((document) => document.root ?? []);
  const report: Report = (found) => void problems.push(found);
  for (const other of others) report(problem("invalid-pipeline", other.span, "a pipeline is one document"));
  const pipeline = root && readRoot(root, report);
  const isSound = problems.every(({ severity }) => severity !== "error");
  const inOrder = problems.toSorted((one, other) => one.span.start - other.span.start);
  return { problems: inOrder, ...(pipeline && isSound && { pipeline }) };
}

function readRoot(root: Node, report: Report): Pipeline | undefined {
  if (root.kind !== "map") {
    report(problem("invalid-pipeline", root.span, "a pipeline is a map of keys such as `name` and `transformations`"));
    return undefined;
  }
  for (const { key } of root.entries) {
    if (keys.includes(key.text)) continue;
    const message = `a pipeline has no key ${quote(key.text)}`;
    report(problem("unknown-parameter", key.span, message, suggest(key.text, keys)));
  }
  passOverQueries(root, report);
  const name = optionalText({ map: root, type: "pipeline", place: root.span, report }, "name");
  return {
    ...(name !== undefined && { name }),
    priority: readPriority(root, report),
    vars: readVars(root, report),
    steps: readSteps(root, report),
  };
}

function passOverQueries(root: MapNode, report: Report): void {
  for (const key of ["postprocessing", "finalizers"]) {
    const entry = entryOf(root, key);
    if (!entry) continue;
    const message = `\`${key}\` changes queries, and there are none here: it is passed over`;
    report(problem("ignored-key", entry.key.span, message));
  }
}

function readPriority(root: MapNode, report: Report): number {
  const value = valueOf(root, "priority");
  if (!value) return 0;
  if (value.kind === "scalar" && value.type === "number") return Number(value.text);
  report(problem("wrong-type", value.span, "`priority` is a number"));
  return 0;
}

function readVars(root: MapNode, report: Report): ReadonlyMap<string, Json> {
  const value = valueOf(root, "vars");
  if (value && value.kind !== "map") report(problem("wrong-type", value.span, "`vars` is a map"));
  if (value?.kind !== "map") return new Map();
  return new Map(value.entries.map((entry) => [entry.key.text, plainData(entry.value)]));
}

/** It bounds the work for each rule; the largest pipelines in use have some hundred. */
const maxSteps = 1_000;

/** With those within `nest`. */
const countSteps = ({ items }: SequenceNode): number =>
  items.reduce((sum, item) => {
    const nested = item.kind === "map" ? valueOf(item, "items") : undefined;
    return sum + 1 + (nested?.kind === "sequence" ? countSteps(nested) : 0);
  }, 0);

function readSteps(root: MapNode, report: Report): readonly Step[] {
  const value = valueOf(root, "transformations");
  if (!value) return [];
  if (value.kind !== "sequence") {
    report(problem("wrong-type", value.span, "`transformations` is a list"));
    return [];
  }
  if (countSteps(value) > maxSteps) {
    report(problem("invalid-pipeline", value.span, `a pipeline has at most ${maxSteps} transformations`));
    return [];
  }
  return value.items.flatMap((item) => {
    if (item.kind === "map") return readStep({ map: item, report }) ?? [];
    report(problem("wrong-type", item.span, "a transformation is a map"));
    return [];
  });
}
