import type { Node } from "../yaml/node.ts";

/** What stands behind a key. */
export type Shape = "string" | "strings" | "stringOrStrings" | "boolean" | "map" | "maps" | "stringOrMap";

/** The keys of a map that this room reads, with what stands behind them. */
export type Keys = ReadonlyMap<string, Shape>;

/** @see Sigma 2.1, "Structure" */
const metadataKeys: readonly (readonly [string, Shape])[] = [
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
  ["taxonomy", "string"],
  ["related", "maps"],
  ["references", "stringOrStrings"],
  ["falsepositives", "stringOrStrings"],
  ["fields", "strings"],
  ["tags", "strings"],
  ["scope", "strings"],
];

/** Others are free for the author's own use. */
export const ruleKeys: Keys = new Map([...metadataKeys, ["logsource", "map"], ["detection", "map"]]);

/** @see Sigma 2.1, "Filters" */
export const filterKeys: Keys = new Map([...metadataKeys, ["logsource", "map"], ["filter", "map"]]);

/** @see Sigma 2.1, "Correlation rules" */
export const correlationKeys: Keys = new Map([...metadataKeys, ["correlation", "map"], ["generate", "boolean"]]);

/** @see Sigma 2.1, "Log Source" */
export const logsourceKeys: Keys = new Map([
  ["category", "string"],
  ["product", "string"],
  ["service", "string"],
  ["definition", "string"],
]);

/** @see Sigma 2.1, "Related" */
export const relatedKeys: Keys = new Map([
  ["id", "string"],
  ["type", "string"],
]);

/** The keys of the `correlation` section, which has no others. `condition` and `field` are checked beside what they mean. */
export const correlationSectionKeys: Keys = new Map([
  ["type", "string"],
  ["rules", "stringOrStrings"],
  ["group-by", "stringOrStrings"],
  ["timespan", "string"],
  ["condition", "stringOrMap"],
  ["aliases", "map"],
  ["generate", "boolean"],
]);

export const isString = (node: Node): boolean => node.kind === "scalar" && node.type === "string";
