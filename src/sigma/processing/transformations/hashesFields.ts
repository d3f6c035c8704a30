import type { StringPart, StringPattern } from "../../pattern.ts";
import type { DetectionItem, Selection, Value } from "../../rule.ts";
import { changeItems } from "../items.ts";
import { flag, optionalText, texts } from "../parameters.ts";
import { spend, fail } from "../work.ts";
import type { Transformation } from "./transformation.ts";

/**
 * Splits an item such as `Hashes|contains: 'SHA256=AB…'` into one item for each algorithm, such as `FileSHA256: 'AB…'`. A hash
 * without its algorithm is known by its length. What is no hash of a listed algorithm stays with the old field; a rule whose
 * item has none at all is refused.
 */
export const hashesFields: Transformation = {
  name: "hashes_fields",
  parameters: ["valid_hash_algos", "field_prefix", "drop_algo_prefix"],
  read: (parameters) => {
    const algorithms = texts(parameters, "valid_hash_algos");
    const prefix = optionalText(parameters, "field_prefix") ?? "";
    const dropsAlgorithm = flag(parameters, "drop_algo_prefix");
    if (!algorithms) return undefined;
    const known = new Map(algorithms.map((name) => [name.toUpperCase(), name]));
    const fieldOf = (algorithm: string): string => prefix + (dropsAlgorithm ? "" : algorithm);
    return (rule, { step, work }) =>
      changeItems(rule, { step, work }, (item) => {
        if (item.field === undefined || !item.values.every(isString)) return item;
        const split = item.values.map((value) => splitValue(value, known));
        if (split.every((part) => part === undefined)) {
          fail(work, item.span, `\`hashes_fields\` finds no hash here: one of ${algorithms.join(", ")}`);
        }
        return spend(work, item.values.length, item.span) ? regroup(item, split, fieldOf) : item;
      });
  },
};

const isString = ({ alternatives }: Value): boolean => alternatives.every(({ kind }) => kind === "string");

interface Hash {
  readonly algorithm: string;
  readonly value: Value;
}

/** Undefined if the value is no hash of a known algorithm. */
function splitValue(value: Value, known: ReadonlyMap<string, string>): Hash | undefined {
  const [pattern] = value.alternatives;
  if (pattern?.kind !== "string" || value.alternatives.length !== 1) return undefined;
  const [opening, literal, ...rest] = withOpening(pattern.parts);
  if (literal?.kind !== "literal" || opening?.kind !== "anyRun") return undefined;
  const [, name, hash = ""] = /^(?:([^=|]*)[=|])?([^=|]*)$/.exec(literal.text) ?? [];
  const algorithm = known.get(name?.toUpperCase() ?? byLength.get(hash.length) ?? "");
  if (algorithm === undefined || hash === "") return undefined;
  const parts: readonly StringPart[] = [{ kind: "literal", text: hash }, ...rest];
  const changed: StringPattern = { ...pattern, parts };
  return { algorithm, value: { ...value, alternatives: [changed] } };
}

/** What may stand before the algorithm means nothing: the list of hashes has no order. */
const withOpening = (parts: readonly StringPart[]): readonly StringPart[] =>
  parts[0]?.kind === "anyRun" ? parts : [{ kind: "anyRun" }, ...parts];

const byLength = new Map([
  [32, "MD5"],
  [40, "SHA1"],
  [64, "SHA256"],
  [128, "SHA512"],
]);

/** Values of one field stay one item. Items are linked as the values were; of a negated item the whole is negated. */
function regroup(
  item: DetectionItem,
  split: readonly (Hash | undefined)[],
  fieldOf: (algorithm: string) => string,
): Selection {
  const byField = new Map<string, Value[]>();
  for (const [index, old] of item.values.entries()) {
    const hash = split[index];
    const field = hash ? fieldOf(hash.algorithm) : (item.field ?? "");
    byField.set(field, [...(byField.get(field) ?? []), hash?.value ?? old]);
  }
  const operands = Array.from(byField, ([field, values]): DetectionItem => ({ ...item, field, values }));
  const [only] = operands;
  if (only && operands.length === 1) return only;
  const isAll = (item.linking === "all") !== item.negated;
  return { kind: isAll ? "and" : "or", operands, span: item.span };
}
