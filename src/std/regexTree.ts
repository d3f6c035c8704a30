import { readClass, readCodePoint } from "./regexClass.ts";
import { fold } from "./fold.ts";

/** The shape of a regular expression, as far as it bears on how long and of which letters its matches are. */
export type RegexTree =
  /** Takes no character: an anchor, a boundary, nothing at all. */
  | { readonly kind: "empty" }
  /** Takes one code point; `letters` are all that it can be, with their case folded, if they are few. */
  | { readonly kind: "one"; readonly letters?: readonly string[] }
  /** Takes any one code point, a line break only if `isAll`. */
  | { readonly kind: "dot"; readonly isAll: boolean }
  | { readonly kind: "sequence" | "choice"; readonly operands: readonly RegexTree[] }
  | { readonly kind: "capture"; readonly operand: RegexTree }
  | { readonly kind: "repeat"; readonly operand: RegexTree; readonly min: number; readonly max: number };

export interface TreeFlags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
}

/** What stands between two parentheses, as far as it is read. */
interface Group {
  readonly choices: RegexTree[];
  sequence: RegexTree[];
  readonly isCapture: boolean;
  /** They hold again behind the group. */
  readonly outerFlags: TreeFlags;
}

interface Reader {
  readonly groups: Group[];
  flags: TreeFlags;
  /** Behind a quantifier: another one is a mistake. */
  isRepeated: boolean;
}

/** Groups in groups. It bounds the stack of whoever walks a tree. */
const maxDepth = 100;

/**
 * Reads a regular expression. The tree of one that the engine does not take is a tree too, of no use but to tell its size.
 *
 * @returns undefined if groups are nested more than 100 deep
 */
export function readRegexTree(source: string, flags: TreeFlags): RegexTree | undefined {
  const reader: Reader = { groups: [], flags, isRepeated: false };
  open(reader, false);
  for (let at = 0; at < source.length;) {
    at += Math.max(1, readToken(reader, source, at));
    if (reader.groups.length > maxDepth + 1) return undefined;
  }
  while (reader.groups.length > 1) close(reader);
  return treeOf(top(reader));
}

/** Reads what stands at `at`, and returns its length. */
function readToken(reader: Reader, source: string, at: number): number {
  if (source.startsWith("[", at)) {
    const { letters, length } = readClass(source, at, reader.flags.ignoreCase);
    add(reader, { kind: "one", ...(letters && { letters }) });
    reader.isRepeated = false;
    return length;
  }
  for (const { form, read } of tokens) {
    form.lastIndex = at;
    const found = form.exec(source);
    if (!found) continue;
    const { isRepeated } = reader;
    reader.isRepeated = false;
    read(reader, found, isRepeated);
    return found[0].length;
  }
  return 1;
}

interface Token {
  readonly form: RegExp;
  readonly read: (reader: Reader, found: RegExpExecArray, isRepeated: boolean) => void;
}

const tokens: readonly Token[] = [
  { form: /[^\\^$.|?*+()[{]+/uy, read: (reader, [text]) => addText(reader, text) },
  { form: /\\Q([^]*?)(?:\\E|$)/y, read: (reader, [, text = ""]) => addText(reader, text) },
  { form: /\\[AbBz]|[\^$]/y, read: (reader) => add(reader, { kind: "empty" }) },
  { form: /\\[dDsSwW]|\\[pP](?:\{[^}]*\}|[^])/uy, read: (reader) => add(reader, { kind: "one" }) },
  { form: /\./y, read: (reader) => add(reader, { kind: "dot", isAll: reader.flags.dotAll }) },
  { form: /\|/y, read: nextChoice },
  { form: /\(\?P?<[^>]*>/y, read: (reader) => open(reader, true) },
  { form: /\(\?([imsU]*)(?:-([imsU]*))?([:)])/y, read: readFlags },
  { form: /\(/y, read: (reader) => open(reader, true) },
  { form: /\)/y, read: close },
  { form: /[*+?]\??/y, read: readSign },
  { form: /\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\}\??/y, read: readCount },
  {
    form: /\\(?:x\{[^}]*\}|x[^][^]|[0-7]{1,3}|[^])|[^]/uy,
    read: (reader, [text]) => addText(reader, readCodePoint(text)),
  },
];

const signs = new Map<string, readonly [min: number, max: number]>([
  ["*", [0, Infinity]],
  ["+", [1, Infinity]],
  ["?", [0, 1]],
]);

function addText(reader: Reader, text: string): void {
  for (const character of text) add(reader, literal(character, reader.flags.ignoreCase));
}

/** Whose case is another letter's in one version of Unicode may not be in another: without regard to case only ASCII is sure. */
const literal = (character: string, ignoreCase: boolean): RegexTree =>
  ignoreCase && character > "\u007f" ? { kind: "one" } : { kind: "one", letters: [fold(character)] };

const top = ({ groups }: Reader): Group =>
  groups.at(-1) ?? { choices: [], sequence: [], isCapture: false, outerFlags: { ignoreCase: false, dotAll: false } };

const add = (reader: Reader, tree: RegexTree): void => void top(reader).sequence.push(tree);

function open(reader: Reader, isCapture: boolean): void {
  reader.groups.push({ choices: [], sequence: [], isCapture, outerFlags: reader.flags });
}

function close(reader: Reader): void {
  const group = reader.groups.length > 1 ? reader.groups.pop() : undefined;
  if (!group) return;
  reader.flags = group.outerFlags;
  add(reader, group.isCapture ? { kind: "capture", operand: treeOf(group) } : treeOf(group));
}

function nextChoice(reader: Reader): void {
  const group = top(reader);
  group.choices.push(join("sequence", group.sequence));
  group.sequence = [];
}

const treeOf = ({ choices, sequence }: Group): RegexTree => join("choice", [...choices, join("sequence", sequence)]);

function join(kind: "sequence" | "choice", operands: readonly RegexTree[]): RegexTree {
  const [first = { kind: "empty" }] = operands;
  return operands.length < 2 ? first : { kind, operands };
}

/** `(?i)` for the rest of the group, `(?i:` for a group of its own. */
function readFlags(reader: Reader, [, on = "", off = "", end]: RegExpExecArray): void {
  if (end === ":") open(reader, false);
  const { ignoreCase, dotAll } = reader.flags;
  reader.flags = {
    ignoreCase: (ignoreCase || on.includes("i")) && !off.includes("i"),
    dotAll: (dotAll || on.includes("s")) && !off.includes("s"),
  };
}

function readSign(reader: Reader, [sign]: RegExpExecArray, isRepeated: boolean): void {
  const [min, max] = signs.get(sign.charAt(0)) ?? [1, 1];
  if (!isRepeated) repeat(reader, min, max);
}

function readCount(reader: Reader, [, min = "", comma, max]: RegExpExecArray, isRepeated: boolean): void {
  const open = comma === undefined ? Number(min) : Infinity;
  if (!isRepeated) repeat(reader, Number(min), max === undefined ? open : Number(max));
}

/** Repeats what stands before, if anything does. */
function repeat(reader: Reader, min: number, max: number): void {
  const { sequence } = top(reader);
  const operand = sequence.pop() ?? { kind: "empty" };
  sequence.push({ kind: "repeat", operand, min, max });
  reader.isRepeated = true;
}
