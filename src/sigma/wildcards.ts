import type { StringPart } from "./pattern.ts";

const anyRun = { kind: "anyRun" } as const;
const anyOne = { kind: "anyOne" } as const;

/**
 * Reads a string value: `*` is any run, `?` any one character, and a backslash takes the meaning from `*`, `?` and `\`.
 * Before any other character, and at the end, a backslash is itself. Runs that follow each other are one.
 *
 * @see Sigma 2.1, "Wildcards" and "Escaping"
 */
export function parseWildcards(text: string): readonly StringPart[] {
  const parts: StringPart[] = [];
  let literal = "";
  let from = 0;
  const flush = (end: number): void => {
    literal += text.slice(from, end);
    if (literal !== "") parts.push({ kind: "literal", text: literal });
    literal = "";
    from = end + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === star || unit === questionMark) {
      flush(at);
      const part = unit === star ? anyRun : anyOne;
      if (part === anyOne || parts.at(-1) !== anyRun) parts.push(part);
    } else if (unit === backslash && at + 1 < text.length && isSpecial(text.charCodeAt(at + 1))) {
      literal += text.slice(from, at);
      from = ++at;
    }
  }
  flush(text.length);
  return parts;
}

const star = 42;
const questionMark = 63;
const backslash = 92;

const isSpecial = (unit: number): boolean => unit === star || unit === questionMark || unit === backslash;

/** Lets anything stand before the pattern. */
export const openStart = (parts: readonly StringPart[]): readonly StringPart[] =>
  parts[0]?.kind === "anyRun" ? parts : [anyRun, ...parts];

/** Lets anything stand behind the pattern. */
export const openEnd = (parts: readonly StringPart[]): readonly StringPart[] =>
  parts.at(-1)?.kind === "anyRun" ? parts : [...parts, anyRun];

/** The same pattern without neighbours that are one: literals that follow each other, and runs. */
export function joinParts(parts: readonly StringPart[]): readonly StringPart[] {
  const joined: StringPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === "literal" && last?.kind === "literal") {
      joined[joined.length - 1] = { kind: "literal", text: last.text + part.text };
    } else if (part.kind !== "anyRun" || last?.kind !== "anyRun") joined.push(part);
  }
  return joined;
}

/** The value that means a text as it stands: `parseWildcards` of it is this one literal. */
export const escapeWildcards = (text: string): string => text.replaceAll(/\\(?=[\\*?])|[*?]/g, "\\$&");
