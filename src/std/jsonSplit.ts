import { stringEnd } from "./jsonString.ts";

/** A value in a longer text, by its half-open UTF-16 offsets, or the place from which the rest cannot be told apart. */
export type JsonPiece =
  | { readonly kind: "value"; readonly start: number; readonly end: number }
  | { readonly kind: "broken"; readonly start: number; readonly message: string };

/**
 * Tells apart the JSON values that follow one another in a text: `{..}{..}`, one per line, or printed over many lines.
 *
 * The elements of an array are given one by one, so that a list and a sequence read alike; an array in an array is one value.
 * White space and commas separate and are not counted. Only brackets and quotes are looked at: whether a piece is JSON is for
 * `parseJson` to say, so one bad element costs nothing but itself. A value or an array that is never closed, and text that starts no
 * value, end the sequence with a `broken` piece.
 */
export function* splitJson(text: string): Generator<JsonPiece> {
  let array: number | undefined;
  for (let at = skipSeparators(text, 0); at < text.length; at = skipSeparators(text, at)) {
    const char = text[at] ?? "";
    if (char === "[" && array === undefined) {
      array = at++;
    } else if (char === "]" && array !== undefined) {
      array = undefined;
      at++;
    } else {
      const end = endOfJson(text, at);
      if (end === undefined) {
        yield { kind: "broken", start: at, message: brokenStart(char) };
        return;
      }
      yield { kind: "value", start: at, end };
      at = end;
    }
  }
  if (array !== undefined) yield { kind: "broken", start: array, message: "the array that starts here is not closed" };
}

/**
 * Where the JSON value that starts at `at` ends, by its brackets and quotes alone.
 *
 * @returns the offset after it, or undefined if it is not closed or nothing starts there
 */
export function endOfJson(text: string, at: number): number | undefined {
  const first = text[at] ?? "";
  if (first === "{" || first === "[") return endOfContainer(text, at);
  if (first === '"') return stringEnd(text, at);
  literal.lastIndex = at;
  const found = literal.exec(text);
  return found === null ? undefined : at + found[0].length;
}

/** A member of an object in a longer text: its name, and where its value stands, by half-open UTF-16 offsets. */
export interface JsonMember {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The members of the object that a text begins with, in their order. Only brackets and quotes are looked at; where they are not those
 * of an object the members end.
 */
export function* jsonMembers(text: string): Generator<JsonMember> {
  for (let at = skipSeparators(text, text.indexOf("{") + 1); text[at] === '"';) {
    const keyEnd = stringEnd(text, at);
    const colon = keyEnd === undefined ? -1 : text.indexOf(":", keyEnd);
    if (keyEnd === undefined || colon === -1) return;
    const start = skipSeparators(text, colon + 1);
    const end = endOfJson(text, start);
    const name = stringIn(text.slice(at, keyEnd));
    if (end === undefined || name === undefined) return;
    yield { name, start, end };
    at = skipSeparators(text, end);
  }
}

function stringIn(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}

/**
 * The text of a member of the object that a text holds, exactly as it stands there; of two members with one name, the last.
 *
 * @param text an object that `parseJson` has accepted
 */
export function jsonMember(text: string, name: string): string | undefined {
  let found: string | undefined;
  for (const member of jsonMembers(text)) if (member.name === name) found = text.slice(member.start, member.end);
  return found;
}

/** A number, a word such as `true`, or what was meant to be one: up to the next character of JSON's own. */
const literal = /[-+\w][^\s,:"[\]{}]*/y;

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

function endOfContainer(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = stringEnd(text, at);
      if (end === undefined) return undefined;
      at = end;
      continue;
    }
    at++;
    if (code === openBrace || code === openBracket) depth++;
    else if (code === closeBrace || code === closeBracket) depth--;
    if (depth === 0) return at;
  }
  return undefined;
}

function skipSeparators(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09 && code !== comma) return at;
  }
}

function brokenStart(char: string): string {
  if (char === "{") return "the object that starts here is not closed";
  if (char === "[") return "the array that starts here is not closed";
  return char === '"' ? "the string that starts here is not closed" : "expected a value";
}
