import { type Applied, made, type Modifier } from "../modifiers/modifier.ts";
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
    const next: Pattern[] = [];
    for (const pattern of alternatives) {
      const applied = modifier.apply(pattern, value);
      if (!applied.ok) return applied;
      next.push(...applied.patterns);
    }
    alternatives = next;
  }
  const isSearched = isKeyword && !chain.some(({ role }) => role === "operator");
  return made(...(isSearched ? alternatives.map(searched) : alternatives));
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
