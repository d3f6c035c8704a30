/** Why and where a text is not JSON. */
export interface JsonProblem {
  /** One clause in plain words, without the place. */
  readonly message: string;
  /** UTF-16 offset into the text. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/**
 * Finds the first mistake in a text that `JSON.parse` refused. Slow and exact: only broken texts come here.
 *
 * The grammar is RFC 8259. Open brackets are kept in a list, so depth costs memory, not stack.
 */
export function explainBrokenJson(text: string): JsonProblem {
  const { offset, message } = firstMistake(text) ?? { offset: text.length, message: "the text is not JSON" };
  const before = text.slice(0, offset);
  return { message, offset, line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

interface Mistake {
  readonly offset: number;
  readonly message: string;
}

/** What may come next: a value, a value or `]`, a key, a key or `}`, a comma or the closing bracket (at depth 0: the end). */
type Expected = "value" | "first value" | "key" | "first key" | "comma";

function firstMistake(text: string): Mistake | undefined {
  const open: string[] = [];
  let expected: Expected = "value";
  for (let at = skipSpace(text, 0); ; at = skipSpace(text, at)) {
    const char = text[at];
    if (expected === "comma" && open.length === 0) {
      return char === undefined ? undefined : { offset: at, message: "there is more text after the value" };
    }
    if (char === undefined) return { offset: at, message: "the text ends too early" };
    const inside: string | undefined = open.at(-1);
    if (closes(char, inside, expected)) {
      open.pop();
      expected = "comma";
      at++;
    } else if (expected === "comma") {
      if (char !== ",") return { offset: at, message: `expected "," or "${inside === "{" ? "}" : "]"}"` };
      expected = inside === "{" ? "key" : "value";
      at++;
    } else if (expected === "key" || expected === "first key") {
      const key = readKey(text, at);
      if (typeof key !== "number") return key;
      expected = "value";
      at = key;
    } else if (char === "{" || char === "[") {
      open.push(char);
      expected = char === "{" ? "first key" : "first value";
      at++;
    } else {
      const end = readScalar(text, at);
      if (typeof end !== "number") return end;
      expected = "comma";
      at = end;
    }
  }
}

function closes(char: string, inside: string | undefined, expected: Expected): boolean {
  if (inside === "{") return char === "}" && (expected === "first key" || expected === "comma");
  return inside === "[" && char === "]" && (expected === "first value" || expected === "comma");
}

function readKey(text: string, at: number): number | Mistake {
  if (text[at] !== '"') return { offset: at, message: "expected a name in double quotes" };
  const end = readString(text, at);
  if (typeof end !== "number") return end;
  const colon = skipSpace(text, end);
  if (text[colon] === ":") return colon + 1;
  return { offset: colon, message: colon === text.length ? "the text ends too early" : 'expected ":"' };
}

function readScalar(text: string, at: number): number | Mistake {
  if (text[at] === '"') return readString(text, at);
  literal.lastIndex = at;
  const found = literal.exec(text);
  if (found === null) return { offset: at, message: "expected a value" };
  const end = at + found[0].length;
  return /[\w.+-]/.test(text[end] ?? "") ? { offset: at, message: "expected a value" } : end;
}

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function readString(text: string, open: number): number | Mistake {
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at] ?? "";
    if (char === '"') return at + 1;
    if (char < " ") return { offset: at, message: "a control character in a string is not escaped" };
    if (char !== "\\") continue;
    escape.lastIndex = at;
    const found = escape.exec(text);
    if (found === null) return { offset: at, message: "unknown escape in a string" };
    at += found[0].length - 1;
  }
  return { offset: open, message: "the string that starts here is not closed" };
}

const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

function skipSpace(text: string, at: number): number {
  while (" \n\r\t".includes(text[at] ?? "x")) at++;
  return at;
}
