export type { Condition, Quantifier } from "./condition.ts";
export { type Bound, type Correlation, type Expectation, type Measure, type Threshold } from "./correlation.ts";
export { textsOf } from "./documents/textsOf.ts";
export type { Filter } from "./filter.ts";
export { applyFilters } from "./filter/applyFilters.ts";
export { filterApplies } from "./filter/filterApplies.ts";
export { type Location, locate } from "./locate.ts";
export {
  type Level,
  levels,
  type Located,
  type Metadata,
  type Related,
  type Relation,
  type Status,
  statuses,
} from "./metadata.ts";
export { type ParsedSigma, parseSigma } from "./parseSigma.ts";
export type { Comparator, Pattern, Position, StringPart, StringPattern, TimePart } from "./pattern.ts";
export { applyPipeline, type Processed } from "./processing/applyPipeline.ts";
export { joinPipelines } from "./processing/joinPipelines.ts";
export { parsePipeline, type ParsedPipeline } from "./processing/parsePipeline.ts";
export type { Pipeline } from "./processing/pipeline.ts";
export { type FilterDraft, printFilter } from "./printing/printFilter.ts";
export { printRule } from "./printing/printRule.ts";
export { printProblem } from "./printProblem.ts";
export type { Problem } from "./problem.ts";
export { type ProblemCode, problemCodes } from "./problemCodes.ts";
export { checkReferences, type ReferenceProblem, type Referring } from "./references/checkReferences.ts";
export { findDependents } from "./references/findDependents.ts";
export { type Resolved, resolvePlaceholders } from "./resolvePlaceholders.ts";
export type { DetectionItem, DetectionSection, Logsource, Rule, Selection, Value } from "./rule.ts";
export type { Source, Span } from "./source.ts";
export { quote } from "./quote.ts";
export { parseWildcards } from "./wildcards.ts";
export {
  type Entry,
  entryOf,
  valueOf,
  type MapNode,
  type Node,
  type ScalarNode,
  type SequenceNode,
} from "./yaml/node.ts";
export { parseYaml } from "./yaml/parseYaml.ts";
export { spanWithin } from "./yaml/spanWithin.ts";
