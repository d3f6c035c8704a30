export type { Condition, Quantifier } from "./condition.ts";
export { type Location, locate } from "./locate.ts";
export { type ParsedSigma, parseSigma } from "./parseSigma.ts";
export type { Pattern, StringPart } from "./pattern.ts";
export { printProblem } from "./printProblem.ts";
export type { Problem } from "./problem.ts";
export { type ProblemCode, problemCodes } from "./problemCodes.ts";
export { levels, statuses } from "./rule.ts";
export type {
  DetectionItem,
  DetectionSection,
  Level,
  Located,
  Logsource,
  Rule,
  Selection,
  Status,
  Value,
} from "./rule.ts";
export type { Source, Span } from "./source.ts";
export { quote } from "./quote.ts";
export { parseWildcards } from "./wildcards.ts";
export { type Entry, entryOf, valueOf, type MapNode, type Node, type ScalarNode, type SequenceNode } from "./yaml/node.ts";
export { parseYaml } from "./yaml/parseYaml.ts";
export { spanWithin } from "./yaml/spanWithin.ts";
