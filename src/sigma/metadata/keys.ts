import type { Node } from "../yaml/node.ts";

/** What stands behind a key of a rule. */
export type Shape = "string" | "strings" | "stringOrStrings" | "map";

/** The keys of a rule that this room reads. Others are free for the author's own use. @see Sigma 2.1, "Structure" */
export const ruleKeys: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ["title", "string"],
  ["id", "string"],
  ["name", "string"],
  ["status", "string"],
  ["level", "string"],
  ["description", "string"],
  ["author", "string"],
  ["date", "string"],
  ["modified", "string"],
  ["license", "string"],
  ["references", "stringOrStrings"],
  ["falsepositives", "stringOrStrings"],
  ["fields", "strings"],
  ["tags", "strings"],
  ["logsource", "map"],
  ["detection", "map"],
]);

/** @see Sigma 2.1, "Log Source" */
export const logsourceKeys: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ["category", "string"],
  ["product", "string"],
  ["service", "string"],
  ["definition", "string"],
]);

export const isString = (node: Node): boolean => node.kind === "scalar" && node.type === "string";
