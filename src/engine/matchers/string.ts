import type { Pattern, StringPart } from "../../sigma/index.ts";
import { fold } from "../../std/index.ts";
import type { ValueMatcher } from "./matcher.ts";
import { matchWildcards } from "./wildcards.ts";

type StringPattern = Extract<Pattern, { kind: "string" }>;
export type TextTest = (text: string) => boolean;

/**
 * The whole value, unless the pattern has wildcards at its ends. Letter case counts only with `cased`.
 *
 * Null has no text and never matches.
 */
export function matchString(pattern: StringPattern): ValueMatcher {
  const matches = testText(pattern);
  return pattern.cased
    ? ({ text }) => text !== undefined && matches(text)
    : ({ folded }) => folded !== undefined && matches(folded);
}

/** The test of a value's text, which must have its case folded unless the pattern is `cased`. */
export const testText = ({ parts, cased }: StringPattern): TextTest => compileText(cased ? parts : parts.map(foldPart));

/** Most patterns have one literal and no wildcard inside. */
function compileText(parts: readonly StringPart[]): TextTest {
  const shape = parts.map(({ kind }) => kind).join(" ");
  const literal = parts.map(literalOf).join("");
  switch (shape) {
    case "":
    case "literal":
      return (text) => text === literal;
    case "literal anyRun":
      return (text) => text.startsWith(literal);
    case "anyRun literal":
      return (text) => text.endsWith(literal);
    case "anyRun literal anyRun":
      return (text) => text.includes(literal);
    case "anyRun":
      return () => true;
    default:
      return matchWildcards(parts);
  }
}

const literalOf = (part: StringPart): string => (part.kind === "literal" ? part.text : "");

const foldPart = (part: StringPart): StringPart =>
  part.kind === "literal" ? { ...part, text: fold(part.text) } : part;
