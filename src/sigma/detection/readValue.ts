import { type Modifier } from "../modifiers/modifier.ts";
import { asText } from "../modifiers/onText.ts";
import type { Pattern } from "../pattern.ts";
import { type Fault, problemAt, type Report } from "../problem.ts";
import type { Value } from "../rule.ts";
import { openEnd, openStart, parseWildcards } from "../wildcards.ts";
import type { ScalarNode } from "../yaml/node.ts";

/** What surrounds a value: the modifiers of its item in order, and whether it is a keyword, searched in the whole event. */
interface Context {
  readonly chain: readonly Modifier[];
  readonly isKeyword: boolean;
}

/** Applies a chain of modifiers to a value, from left to right; undefined if one cannot, which has then been reported. */
export function readValue(scalar: ScalarNode, { chain, isKeyword }: Context, report: Report): Value | undefined {
  let alternatives: readonly Pattern[] = [initialPattern(scalar)];
  for (const modifier of chain) {
    const next: Pattern[] = [];
    for (const pattern of alternatives) {
      const applied = modifier.apply(pattern, scalar);
      if (!applied.ok) return blame(scalar, applied.fault, report);
      next.push(...applied.patterns);
    }
    alternatives = next;
  }
  const fault = firstFault(chain, alternatives);
  if (fault) return blame(scalar, fault, report);
  const isSearched = isKeyword && !chain.some(({ role }) => role === "operator");
  const { type, span } = scalar;
  const text = type === "null" ? "null" : scalar.text;
  return { text, type, alternatives: isSearched ? alternatives.map(searched) : alternatives, span };
}

function initialPattern({ type, text }: ScalarNode): Pattern {
  switch (type) {
    case "string":
      return { kind: "string", parts: parseWildcards(text), cased: false };
    case "number":
      return { kind: "number", text };
    case "boolean":
      return { kind: "boolean", value: text.toLowerCase() === "true" };
    case "null":
      return { kind: "null" };
  }
}

/** A keyword is found inside a text. A number stays one: the engine finds it between other characters than digits. */
function searched(pattern: Pattern): Pattern {
  const text = pattern.kind === "number" ? undefined : asText(pattern);
  return text ? { ...text, parts: openEnd(openStart(text.parts)) } : pattern;
}

function firstFault(chain: readonly Modifier[], patterns: readonly Pattern[]): Fault | undefined {
  for (const { refuse } of chain) {
    for (const pattern of patterns) {
      const fault = refuse?.(pattern);
      if (fault) return fault;
    }
  }
  return undefined;
}

function blame(scalar: ScalarNode, fault: Fault, report: Report): undefined {
  report(problemAt(scalar.span, fault));
  return undefined;
}
