/** What stood behind the `|` of a condition in Sigma 1. */
export type Aggregation =
  | {
      readonly kind: (typeof functions)[number];
      /** The field that is counted or measured; absent for `count()`, which counts events. */
      readonly field: string | undefined;
      readonly groupBy: readonly string[];
      readonly operator: (typeof operators)[number];
      readonly number: string;
    }
  /** Conditions that must hold near each other. */
  | { readonly kind: "near"; readonly conditions: readonly string[] };

const functions = ["count", "sum", "avg", "min", "max"] as const;
const operators = [">", ">=", "<", "<=", "=", "!="] as const;

const measured =
  /^(count|sum|avg|min|max)\s*\(\s*([^()\s]*)\s*\)(?:\s+by\s+([^\s,]+(?:\s*,\s*[^\s,]+)*))?\s*(>=|<=|!=|==?|>|<)\s*(-?\d+(?:\.\d+)?)$/i;
const near = /^near\s+(\S.*)$/is;

/**
 * Reads an aggregation such as `count(TargetUserName) by IpAddress > 10`, without its `|`.
 *
 * @returns undefined if it is none that Sigma 1 had, or one with parentheses or `or` behind `near`
 * @see Sigma 1.0.4, "Condition": aggregation expression, near aggregation expression
 */
export function parseAggregation(text: string): Aggregation | undefined {
  return parseMeasured(text.trim()) ?? parseNear(text.trim());
}

function parseMeasured(text: string): Aggregation | undefined {
  const [, name = "", field = "", groupBy = "", sign = "", number = ""] = measured.exec(text) ?? [];
  const kind = functions.find((known) => known === name.toLowerCase());
  const operator = operators.find((known) => known === (sign === "==" ? "=" : sign));
  if (kind === undefined || operator === undefined) return undefined;
  const fields = groupBy.split(",").flatMap((each) => (each.trim() === "" ? [] : each.trim()));
  return { kind, field: field === "" ? undefined : field, groupBy: fields, operator, number };
}

function parseNear(text: string): Aggregation | undefined {
  const [, others] = near.exec(text) ?? [];
  if (others === undefined || /[()|]|\bor\b/i.test(others)) return undefined;
  return { kind: "near", conditions: others.split(/\s+and\s+/i).map((condition) => condition.trim()) };
}
