import { problem, problemAt, type Report } from "../problem.ts";
import type { Value } from "../rule.ts";
import type { ScalarNode } from "../yaml/node.ts";
import { applyModifiers, type Context } from "./applyModifiers.ts";
import { filled, fillings, namesIn, readPieces } from "./placeholders.ts";

interface ValueContext extends Context {
  /** Whether names between percent signs are placeholders. */
  readonly expands: boolean;
}

/** More than a value needs; each multiplies what it can be. */
const maxPlaceholders = 8;

/**
 * Reads a value and applies the modifiers of its item; undefined if one cannot be, which has then been reported. A value with
 * placeholders waits for its lists.
 */
export function readValue(scalar: ScalarNode, context: ValueContext, report: Report): Value | undefined {
  const { type, span } = scalar;
  const text = type === "null" ? "null" : scalar.text;
  let value = filled(scalar);
  if (context.expands && type === "string") {
    const pieces = readPieces(scalar.text);
    const names = namesIn(pieces);
    if (pieces.length > 2 * maxPlaceholders + 1) {
      report(problem("rule-too-large", span, `a value has at most ${maxPlaceholders} placeholders`));
      return undefined;
    }
    if (names.length > 0) return { text, type, alternatives: [{ kind: "placeholder", names }], span };
    [value = value] = fillings(pieces, new Map());
  }
  const applied = applyModifiers(value, context);
  if (applied.ok) return { text, type, alternatives: applied.patterns, span };
  report(problemAt(span, applied.fault));
  return undefined;
}
