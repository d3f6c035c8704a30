import { scalarType } from "./scalarType.ts";

/** What can be printed: a `Node`, or the same without places. */
export type Printable = PrintableMap | PrintableSequence | PrintableScalar;

interface PrintableMap {
  readonly kind: "map";
  readonly entries: readonly { readonly key: PrintableScalar; readonly value: Printable }[];
}

interface PrintableSequence {
  readonly kind: "sequence";
  readonly items: readonly Printable[];
}

export interface PrintableScalar {
  readonly kind: "scalar";
  readonly type: "string" | "number" | "boolean" | "null";
  readonly text: string;
}

/**
 * Writes a value as YAML that is read as the same value: block style, strings in quotes only where they need them, text of
 * several lines as a literal block. Ends with a line break.
 */
export function printYaml(value: Printable): string {
  return value.kind === "scalar" ? `${printScalar(value, 1)}\n` : printBlock(value, 0);
}

const indent = (depth: number): string => "  ".repeat(depth);

/** The lines of a map or list, each at `depth`. */
function printBlock(value: PrintableMap | PrintableSequence, depth: number): string {
  if (value.kind === "map") {
    if (value.entries.length === 0) return `${indent(depth)}{}\n`;
    return value.entries.map((entry) => `${indent(depth)}${printEntry(entry, depth)}`).join("");
  }
  if (value.items.length === 0) return `${indent(depth)}[]\n`;
  return value.items.map((item) => `${indent(depth)}- ${printInline(item, depth + 1)}`).join("");
}

/** YAML takes a key without `?` only if it is short. */
const maxImplicitKey = 128;

function printEntry({ key, value }: PrintableMap["entries"][number], depth: number): string {
  const name = printKey(key);
  const start = name.length <= maxImplicitKey ? `${name}:` : `? ${name}\n${indent(depth)}:`;
  if (value.kind === "scalar") return `${start} ${printScalar(value, depth + 1)}\n`;
  if (isEmpty(value)) return `${start} ${printBlock(value, 0)}`;
  return `${start}\n${printBlock(value, depth + 1)}`;
}

/** A value behind `- `: what it begins with stands in the same line. */
const printInline = (value: Printable, depth: number): string =>
  value.kind === "scalar" ? `${printScalar(value, depth)}\n` : printBlock(value, depth).trimStart();

const isEmpty = (value: PrintableMap | PrintableSequence): boolean =>
  (value.kind === "map" ? value.entries : value.items).length === 0;

const printKey = ({ text }: PrintableScalar): string => (isPlain(text) ? text : quoted(text));

function printScalar({ type, text }: PrintableScalar, depth: number): string {
  if (type === "null") return "null";
  if (type !== "string" || isPlain(text)) return text;
  return isBlock(text) ? printLiteral(text, depth) : quoted(text);
}

/** A narrow choice of what YAML, 1.1 as well as 1.2, reads as a string without quotes. Dates are left as people write them. */
const isPlain = (text: string): boolean =>
  scalarType(text) === "string" &&
  !/^(?:[yn]|yes|no|on|off|[0-9][0-9_:.]*)$/i.test(text) &&
  /^[\p{L}\p{N}_./\\()](?:[\p{L}\p{N}_./\\()+=@;$^~<>|* -]|:(?![ ]|$))*$/u.test(text) &&
  !text.endsWith(" ");

/** Lines that keep their shape in a literal block: printable, the first not indented, none blank but for an empty one. */
const isBlock = (text: string): boolean =>
  /^[^\s][^\n]*\n/.test(text) &&
  !/\n\n$|\n[ \t]+(?:\n|$)/.test(text) &&
  !/[^\P{C}\n\t]|[\u0085\u2028\u2029]/u.test(text);

function printLiteral(text: string, depth: number): string {
  const header = text.endsWith("\n") ? "|" : "|-";
  const lines = (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
  return [header, ...lines.map((line) => (line === "" ? "" : indent(depth) + line))].join("\n");
}

function quoted(text: string): string {
  if (!/[\p{C}\u0085\u2028\u2029]/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `"${text.replace(/["\\]|[\p{C}\u0085\u2028\u2029]/gu, escape)}"`;
}

const escapes = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function escape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return escapes.get(character) ?? (code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\U${code.padStart(8, "0")}`);
}
