import type { StringPart, StringPattern } from "../pattern.ts";
import { joinParts, parseWildcards } from "../wildcards.ts";

type Edit = (text: string) => string;

/** Characters for private use stand for what the plain text of a pattern could not tell from something else. */
const literalStar = "\uF8F0";
const literalQuestion = "\uF8F1";
const firstChoice = 0xf800;
const reserved = /[\uF800-\uF8F1]/;
const maxChoices = 0xf0;

/**
 * Edits the text of a pattern with its wildcards, `*` and `?`, and reads what comes of it: `*` and `?` are wildcards, `\*` and
 * `\?` are not if the edit has put them in, a backslash is itself. A pattern in which nothing is edited stays as it is.
 */
export function editText(pattern: StringPattern, edit: Edit): StringPattern {
  if (isAmbiguous(pattern)) return editLiterals(pattern, edit, false);
  const choices: StringPart[] = [];
  const text = pattern.parts.map((part) => write(part, choices)).join("");
  const edited = edit(text);
  return edited === text ? pattern : { ...pattern, parts: read(edited, text, choices) };
}

const isAmbiguous = ({ parts }: StringPattern): boolean =>
  parts.filter(({ kind }) => kind === "oneOf").length > maxChoices ||
  parts.some((part) => part.kind === "literal" && reserved.test(part.text));

function write(part: StringPart, choices: StringPart[]): string {
  switch (part.kind) {
    case "literal":
      return part.text.replaceAll("*", literalStar).replaceAll("?", literalQuestion);
    case "anyRun":
      return "*";
    case "anyOne":
      return "?";
    case "oneOf":
      return String.fromCharCode(firstChoice + choices.push(part) - 1);
  }
}

function read(edited: string, before: string, choices: readonly StringPart[]): readonly StringPart[] {
  // A backslash that was there before a wildcard is text; one that the edit has put there is an escape.
  const escapes = before.includes("\\*") || before.includes("\\?") ? /(?!)/g : /\\([*?])/g;
  const marked = edited.replace(escapes, (_, special: string) => (special === "*" ? literalStar : literalQuestion));
  return joinParts(
    Array.from(marked.matchAll(/[*?]|[\uF800-\uF8F1]|[^*?\uF800-\uF8F1]+/g), ([piece]) => readPiece(piece, choices)),
  );
}

function readPiece(piece: string, choices: readonly StringPart[]): StringPart {
  if (piece === "*") return { kind: "anyRun" };
  if (piece === "?") return { kind: "anyOne" };
  if (piece === literalStar) return { kind: "literal", text: "*" };
  if (piece === literalQuestion) return { kind: "literal", text: "?" };
  return choices[piece.charCodeAt(0) - firstChoice] ?? { kind: "literal", text: piece };
}

/** Edits each text between wildcards on its own. What the edit puts in is text, or with `interprets` a string of Sigma. */
export function editLiterals(pattern: StringPattern, edit: Edit, interprets: boolean): StringPattern {
  const edited = pattern.parts.map((part) => (part.kind === "literal" ? edit(part.text) : undefined));
  const isSame = pattern.parts.every((part, index) => part.kind !== "literal" || part.text === edited[index]);
  if (isSame) return pattern;
  const parts = pattern.parts.flatMap((part, index): readonly StringPart[] => {
    const text = edited[index];
    if (text === undefined) return [part];
    return interprets ? parseWildcards(text) : [{ kind: "literal", text }];
  });
  return { ...pattern, parts: joinParts(parts.filter((part) => part.kind !== "literal" || part.text !== "")) };
}
