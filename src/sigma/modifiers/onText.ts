import type { Pattern, StringPart, StringPattern } from "../pattern.ts";
import { joinParts } from "../wildcards.ts";
import { type Applied, made, refused } from "./modifier.ts";

/** Applies a change to the text of a value; a number or a boolean becomes its text first. */
export function onText(modifier: string, pattern: Pattern, change: (pattern: StringPattern) => Pattern): Applied {
  const text = asText(pattern);
  return text ? made(change(text)) : noText(modifier);
}

/** As `onText`, but each spelling of a value that has several (`windash`) is changed on its own: encoded, they have nothing in common. */
export function onSpellings(modifier: string, pattern: Pattern, change: (pattern: StringPattern) => Applied): Applied {
  const text = asText(pattern);
  if (!text) return noText(modifier);
  const spellings = spell(text.parts);
  if (!spellings)
    return refused({
      code: "invalid-value",
      message: `\`${modifier}\` takes at most ${maxChoices} dashes of \`windash\``,
    });
  const changed = spellings.map((parts) => change({ ...text, parts }));
  const fault = changed.find((applied) => !applied.ok);
  return fault ?? made(...changed.flatMap((applied) => (applied.ok ? applied.patterns : [])));
}

/** A scalar as a string pattern; undefined if it has no text. */
export function asText(pattern: Pattern): StringPattern | undefined {
  switch (pattern.kind) {
    case "string":
      return pattern;
    case "number":
      return literal(pattern.text);
    case "boolean":
      return literal(String(pattern.value));
    case "null":
    case "exists":
    case "regex":
    case "cidr":
    case "comparison":
    case "timePart":
    case "fieldref":
    case "placeholder":
      return undefined;
  }
}

const noText = (modifier: string): Applied =>
  refused({ code: "invalid-value", message: `\`${modifier}\` needs text, and null has none` });

const literal = (text: string): StringPattern => ({
  kind: "string",
  parts: [{ kind: "literal", text }],
  cased: false,
});

/** With five spellings of each: 25. */
const maxChoices = 2;

/** Every way to write the parts without a choice; undefined if there are too many. */
function spell(parts: readonly StringPart[]): readonly (readonly StringPart[])[] | undefined {
  const choices = parts.filter((part) => part.kind === "oneOf");
  if (choices.length > maxChoices) return undefined;
  let combinations: readonly (readonly string[])[] = [[]];
  for (const { characters } of choices) {
    combinations = combinations.flatMap((before) => Array.from(characters, (character) => [...before, character]));
  }
  return combinations.map((chosen) => choose(parts, chosen));
}

/** The parts with the chosen characters, in order, where they have a choice. */
function choose(parts: readonly StringPart[], chosen: readonly string[]): readonly StringPart[] {
  let next = 0;
  return joinParts(
    parts.map((part) => (part.kind === "oneOf" ? { kind: "literal", text: chosen[next++] ?? "" } : part)),
  );
}
