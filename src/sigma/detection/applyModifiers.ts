import type { Applied, Modifier } from "../modifiers/modifier.ts";
import { asText } from "../modifiers/onText.ts";
import type { Pattern } from "../pattern.ts";
import { openEnd, openStart } from "../wildcards.ts";
import type { Filling } from "./placeholders.ts";

/** What surrounds a value: the modifiers of its item in order, and whether it is a keyword, searched in the whole event. */
export interface Context {
  readonly chain: readonly Modifier[];
  readonly isKeyword: boolean;
}

/** Applies a chain of modifiers to a value, from left to right, until one cannot be. */
export function applyModifiers(value: Filling, { chain, isKeyword }: Context): Applied {
  let alternatives: readonly Pattern[] = [initialPattern(value)];
  for (const modifier of chain) {
    const applied = applyModifier(modifier, alternatives, value);
    if (!applied.ok) return applied;
    alternatives = applied.patterns;
  }
  const isSearched = isKeyword && !chain.some(({ role }) => role === "operator");
  return { ok: true, patterns: isSearched ? alternatives.map(searched) : alternatives };
}

function applyModifier(modifier: Modifier, alternatives: readonly Pattern[], value: Filling): Applied {
  const [first] = alternatives;
  if (first && alternatives.length === 1) return modifier.apply(first, value);
  const patterns: Pattern[] = [];
  for (const pattern of alternatives) {
    const applied = modifier.apply(pattern, value);
    if (!applied.ok) return applied;
    patterns.push(...applied.patterns);
  }
  return { ok: true, patterns };
}

function initialPattern({ type, text, parts }: Filling): Pattern {
  switch (type) {
    case "string":
      return { kind: "string", parts, cased: false };
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
