import { expand } from "../modifiers/expand.ts";
import { problem, problemAt, type Report } from "../problem.ts";
import type { Value } from "../rule.ts";
import type { ScalarNode } from "../yaml/node.ts";
import { applyModifiers, type Context } from "./applyModifiers.ts";
import { filled, fillings, namesIn, readPieces } from "./placeholders.ts";

/** More than a value needs; each multiplies what it can be. */
const maxPlaceholders = 8;

/**
 * Reads a value and applies the modifiers of its item; undefined if one cannot be, which has then been reported. A value with
 * placeholders waits for its lists.
 */
export function readValue(scalar: ScalarNode, context: Context, report: Report): Value | undefined {
  const { type, span } = scalar;
  const text = type === "null" ? "null" : scalar.text;
  const pieces = context.chain.includes(expand) && type === "string" ? readPieces(scalar.text) : [];
  const names = namesIn(pieces);
  if (names.length > 0) {
    if (pieces.length <= 2 * maxPlaceholders + 1)
      return { text, type, alternatives: [{ kind: "placeholder", names }], span };
    report(problem("rule-too-large", span, `a value has at most ${maxPlaceholders} placeholders`));
    return undefined;
  }
  const [value = filled(scalar)] = pieces.length === 0 ? [] : fillings(pieces, new Map());
  const applied = applyModifiers(value, context);
  if (applied.ok) return { text, type, alternatives: applied.patterns, span };
  report(problemAt(span, applied.fault));
  return undefined;
}
