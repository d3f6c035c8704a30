import type { ScalarNode } from "../node.ts";
import { scalarType } from "../scalarType.ts";
import { endOfPlain, isBlank, type Lines } from "./lines.ts";

/** Reads a scalar that stands in one line, from `at` on; undefined if it does not, or has escapes. `lines.end` is its end then. */
export function readLineScalar(lines: Lines, at: number): ScalarNode | undefined {
  const first = lines.text.charAt(at);
  if (first === "'") return readSingleQuoted(lines, at);
  if (first === '"') return readDoubleQuoted(lines, at);
  return isPlainStart(lines.text, at, first) ? readPlain(lines, at) : undefined;
}

/** Whether a character begins a plain scalar for certain: others mean something else to YAML, dots may be a marker. */
function isPlainStart(text: string, at: number, first: string): boolean {
  if (first === "-") return !isBlank(text, at + 1) && !text.startsWith("---", at);
  if (first === "?" || first === ":") return !isBlank(text, at + 1);
  if (first === ".") return !text.startsWith("...", at);
  return first !== "" && !" \n#&*!|>%@`,[]{}".includes(first);
}

function readPlain(lines: Lines, start: number): ScalarNode | undefined {
  const end = endOfPlain(lines.text, start);
  if (end <= start) return undefined;
  const text = lines.text.slice(start, end);
  return scalar(lines, { text, type: scalarType(text), style: "plain", start, end, exactStart: lines.base + start });
}

function readSingleQuoted(lines: Lines, start: number): ScalarNode | undefined {
  let quote = lines.text.indexOf("'", start + 1);
  let isDoubled = false;
  while (quote >= 0 && lines.text.charAt(quote + 1) === "'") {
    isDoubled = true;
    quote = lines.text.indexOf("'", quote + 2);
  }
  const written = lines.text.slice(start + 1, quote);
  if (quote < 0 || written.includes("\n")) return undefined;
  const text = isDoubled ? written.replaceAll("''", "'") : written;
  return quoted(lines, text, { start, end: quote + 1, isExact: !isDoubled });
}

function readDoubleQuoted(lines: Lines, start: number): ScalarNode | undefined {
  doubleQuoted.lastIndex = start;
  if (!doubleQuoted.test(lines.text)) return undefined;
  const end = doubleQuoted.lastIndex;
  const written = lines.text.slice(start + 1, end - 1);
  const isExact = !written.includes("\\");
  return quoted(lines, isExact ? written : written.replace(escapes, "$1"), { start, end, isExact });
}

/** Of the escapes only those of the characters that need one. */
const doubleQuoted = /"(?:[^"\\\n]|\\["\\])*"/y;
const escapes = /\\(["\\])/g;

interface QuotedPlace {
  readonly start: number;
  readonly end: number;
  readonly isExact: boolean;
}

function quoted(lines: Lines, text: string, { start, end, isExact }: QuotedPlace): ScalarNode {
  const exactStart = isExact ? lines.base + start + 1 : undefined;
  return scalar(lines, { text, type: "string", style: "quoted", start, end, exactStart });
}

interface Found extends Pick<ScalarNode, "text" | "type" | "style" | "exactStart"> {
  readonly start: number;
  readonly end: number;
}

function scalar(lines: Lines, { text, type, style, start, end, exactStart }: Found): ScalarNode {
  lines.end = end;
  const span = { start: lines.base + start, end: lines.base + end };
  return { kind: "scalar", type, text, style, span, exactStart };
}
