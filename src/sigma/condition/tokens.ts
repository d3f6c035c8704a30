/** A piece of a condition, with its offsets into the condition's text. */
export interface Token {
  readonly kind: "word" | "(" | ")" | "|" | "other" | "end";
  readonly text: string;
  /** The text in lower case. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const piece = /[A-Za-z0-9_*-]+|\S/gu;

/** Splits a condition into words (names and globs), parentheses, and what does not belong there. The last token is the `end`. */
export function tokenize(condition: string): readonly Token[] {
  const tokens = Array.from(condition.matchAll(piece), ({ 0: text, index }): Token => {
    return { kind: kindOf(text), text, word: text.toLowerCase(), start: index, end: index + text.length };
  });
  const end = condition.trimEnd().length;
  return [...tokens, { kind: "end", text: "", word: "", start: end, end }];
}

function kindOf(text: string): Token["kind"] {
  if (text === "(" || text === ")" || text === "|") return text;
  return /^[A-Za-z0-9_*-]/.test(text) ? "word" : "other";
}
