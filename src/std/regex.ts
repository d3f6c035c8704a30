import { RE2JS, RE2JSException, RE2JSSyntaxException, RE2Set } from "re2js";
import { bug } from "./bug.ts";
import { fold } from "./fold.ts";
import { bitsOf } from "./regexBits.ts";
import { automatonOf } from "./regexProgram.ts";
import { meetsNeeds, needsOf, type RegexNeeds } from "./regexNeeds.ts";
import { hasRun, runOf } from "./regexRun.ts";
import { searchByStates } from "./regexSearch.ts";
import { costOf } from "./regexSize.ts";
import { readRegexTree } from "./regexTree.ts";

/** A compiled regular expression. Its time grows linearly with the text, whatever the pattern and the text are. */
export interface Regex {
  /** Whether the pattern occurs anywhere in the text. `folded` is the text with its case folded, where the caller has it. */
  test(text: string, folded?: string): boolean;
  /** What `test` looks for first, because it costs less. */
  readonly needs: RegexNeeds;
}

export interface RegexFlags {
  readonly ignoreCase: boolean;
  /** `^` and `$` also match at line breaks. */
  readonly multiline: boolean;
  /** `.` also matches a line break. */
  readonly dotAll: boolean;
}

/** `reason` is one clause in plain words, without the pattern's place, that names the construct at fault. */
export type RegexResult = { readonly ok: true; readonly regex: Regex } | RegexRefusal;

export type RegexInspection = { readonly ok: true } | RegexRefusal;

interface RegexRefusal {
  readonly ok: false;
  readonly reason: string;
}

/** The longest in use are near 300 characters. */
const maxSourceLength = 10_000;

/**
 * In instructions, once repetitions are unfolded: the longest repetition, 1000, and something around it. The largest expression
 * in use has 570. For each character of a text a search takes as many
 * steps at worst, some 8 nanoseconds each.
 */
const maxSize = 1_200;

/** Looks at a regular expression of the RE2 dialect, without compiling it: that costs a hundred times less than a large one. */
export function inspectRegex(source: string): RegexInspection {
  if (source.length > maxSourceLength) return tooLarge(`longer than ${maxSourceLength} characters`);
  const tree = readRegexTree(source, { ignoreCase: false, dotAll: false });
  if (!tree) return tooLarge("nested too deeply");
  if (!runOf(tree) && costOf(source, tree) > maxSize) return tooLarge("too large once its repetitions are unfolded");
  const reason = findFault(source);
  return reason === undefined ? { ok: true } : { ok: false, reason };
}

/** What it costs to read and compile an expression of any text, sound or not: so many instructions, about a microsecond each. */
export function regexCost(source: string): number {
  const tree =
    source.length > maxSourceLength ? undefined : readRegexTree(source, { ignoreCase: false, dotAll: false });
  return perRegex + (tree ? Math.min(maxSize, costOf(source, tree)) : 0);
}

/** Whatever it says, each has its tables. */
const perRegex = 50;

/** What a regular expression needs, as `Regex.needs`, without compiling it; undefined if it cannot be compiled. */
export function needsOfRegex(source: string, flags: Pick<RegexFlags, "ignoreCase" | "dotAll">): RegexNeeds | undefined {
  const tree = source.length > maxSourceLength ? undefined : readRegexTree(source, flags);
  return tree && needsOf(tree);
}

/**
 * Compiles a regular expression of the RE2 dialect: PCRE without what needs backtracking.
 *
 * Inline flags such as `(?i)` are understood. `\w`, `\d`, `\s` and `\b` are ASCII; `.` is one code point.
 */
export function compileRegex(source: string, flags: RegexFlags): RegexResult {
  const inspection = inspectRegex(source);
  if (!inspection.ok) return inspection;
  const tree = readRegexTree(source, flags) ?? bug("an expression that was inspected is nested too deeply");
  const needs = needsOf(tree);
  const run = runOf(tree);
  if (run) return { ok: true, regex: { test: (text) => hasRun(run, text), needs } };
  const search = searchOf(RE2JS.compile(source, flagBits(flags)));
  const test = (text: string, folded = fold(text)): boolean => meetsNeeds(needs, folded) && search(text);
  return { ok: true, regex: { test, needs } };
}

/** Where too much can follow a position for bits, the engine searches. */
function searchOf(compiled: RE2JS): (text: string) => boolean {
  const automaton = automatonOf(compiled);
  const bits = automaton && bitsOf(automaton);
  return bits ? searchByStates(bits) : (text) => compiled.test(text);
}

/** Parses alone: a set compiles when it is first asked. */
function findFault(source: string): string | undefined {
  try {
    new RE2Set().add(source);
    return undefined;
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return explain(error);
  }
}

const tooLarge = (what: string): RegexRefusal => ({ ok: false, reason: `the regular expression is ${what}` });

/** The flags as the engine takes them. */
export function flagBits({ ignoreCase, multiline, dotAll }: RegexFlags): number {
  return (ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) | (multiline ? RE2JS.MULTILINE : 0) | (dotAll ? RE2JS.DOTALL : 0);
}

function explain(error: RE2JSException): string {
  if (!(error instanceof RE2JSSyntaxException)) return error.message;
  const piece = error.getPattern() ?? "";
  for (const { starts, name } of unsupported) {
    const [construct] = starts.exec(piece) ?? [];
    if (construct !== undefined) return `${name} (\`${construct}\`) is not supported`;
  }
  const what = wording.get(error.getDescription()) ?? error.getDescription();
  return piece === "" ? what : `${what}: \`${piece.slice(0, 40)}\``;
}

const unsupported = [
  { starts: /^\(\?=/, name: "look-ahead" },
  { starts: /^\(\?!/, name: "negative look-ahead" },
  { starts: /^\(\?<=/, name: "look-behind" },
  { starts: /^\(\?<!/, name: "negative look-behind" },
  { starts: /^\\([1-9]|k|g)/, name: "a back-reference" },
  { starts: /^\(\?>/, name: "an atomic group" },
  { starts: /^\(\?\(/, name: "a conditional group" },
  { starts: /^\(\?\|/, name: "a branch reset group" },
  { starts: /^\(\?#/, name: "a comment group" },
  { starts: /^\(\?[R&0-9+]/, name: "recursion" },
  { starts: /^\(\?P$/, name: "a reference to a named group" },
  { starts: /^([*+?]|\{\d+(,\d*)?\})\+$/, name: "a possessive quantifier" },
];

const wording = new Map([
  ["invalid or unsupported Perl syntax", "unknown group syntax"],
  ["invalid escape sequence", "unknown escape sequence"],
  ["invalid nested repetition operator", "a repetition of a repetition"],
  ["invalid repeat count", "a repetition that is out of order or above 1000"],
  ["invalid character class range", "an unknown or reversed character range"],
  ["invalid named capture", "an invalid group name"],
  ["missing argument to repetition operator", "a repetition of nothing"],
  ["missing closing )", "a group that is never closed"],
  ["missing closing ]", "a character class that is never closed"],
  ["unexpected )", "a closing parenthesis without its opening one"],
  ["trailing backslash at end of expression", "a backslash at the end"],
]);
