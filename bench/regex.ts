// How long a value of 100 KB can keep a regular expression busy: every expression of SigmaHQ's rules, and some made to be slow,
// against texts made to be slow for each; and what a character of a usual text costs, by each way to search.
// `npm run bench:regex`; SigmaHQ's rules are expected in ../shared/data.
// Times are of the processor, not of the clock, and a control says how fast this machine is at the moment.
import type { Pattern, Selection } from "../src/sigma/index.ts";
import { compileRegex, type Regex, type RegexFlags } from "../src/std/index.ts";
import { hasSigmahq, readRules } from "../test/conformance/sigmahq.ts";
import { random } from "../test/std/regexGenerator.ts";
import { sampleRegex } from "../test/std/regexSample.ts";
import { cpuMs } from "./regex/cpuMs.ts";
import { reportSearches } from "./regex/searches.ts";

type Next = (below: number) => number;
interface Expression extends RegexFlags {
  readonly source: string;
}
interface Measured {
  readonly ms: number;
  readonly againMs: number;
  readonly text: string;
  readonly source: string;
}

const length = 100_000;
const plain = { ignoreCase: false, multiline: false, dotAll: false };

/** Nested repetition, overlapping choices, many states at once, states without end. */
const slow = [
  String.raw`^(a+)+$`,
  String.raw`(a|aa)+b`,
  String.raw`(x+x+)+y`,
  String.raw`.*a.*a.*a.*x`,
  String.raw`(?:a?){300}a{300}`,
  String.raw`a.{500}b.{500}c`,
  String.raw`(?:a|b)*a(?:a|b){12}`,
  String.raw`(?:a|b)*a(?:a|b){500}c`,
  String.raw`[ab]{1000}x`,
  String.raw`\w{1000,}`,
  String.raw`(?i)(?:abc|abd|abe){100}`,
  String.raw`(?:[a-m]|[h-z]){600}!`,
  String.raw`.{1000,}`,
  String.raw`(?:a?b?c?){100}x`,
  String.raw`(?:a.{20}b|c.{30}d|e.{40}f){5}`,
  String.raw`\ba.{500}\bb.{500}\bc`,
  String.raw`(?:a{1,30}b{1,30}c{1,30}){6}d`,
  String.raw`(?:a|b)*a(?:a|b){9}c`,
  String.raw`(?:a|b)*a(?:a|b){20}c`,
  String.raw`a.{18}b.{18}c`,
  String.raw`\ba.{18}\bb.{18}\bc`,
  String.raw`^.*a.{500}b$`,
  String.raw`(?m)^(?:[^,]*,){40}[^,]{300}$`,
  String.raw`\b(?:\w{1,20}\b.){15}x`,
  String.raw`(?:a|b)*\Ba(?:a|b){500}\bc`,
];

function report(what: string, expressions: readonly Expression[]): void {
  const worst = expressions.map(worstOf).toSorted((one, other) => other.ms - one.ms);
  console.log(`${worst.length} ${what}, values of ${length} characters: the worst first search, and the same again`);
  for (const { ms, againMs, source, text } of worst.slice(0, 12)) {
    console.log(
      `  ${ms.toFixed(1).padStart(7)} ms ${againMs.toFixed(1).padStart(7)} ms  ${text.padEnd(14)} ${source.slice(0, 90)}`,
    );
  }
}

function worstOf(expression: Expression): Measured {
  const measured = Array.from(texts(expression), ([name, text]) => measure(expression, name, text));
  return measured.reduce((worst, next) => (next.ms > worst.ms ? next : worst));
}

/** Compiled anew each time: what the engine has built for one text may help with another. The best of three is without noise. */
function measure(expression: Expression, name: string, text: string): Measured {
  const runs = [1, 2, 3].map(() => {
    const regex = compile(expression);
    const search = (): number => cpuMs(() => regex.test(text));
    return { ms: search(), againMs: search() };
  });
  const best = runs.reduce((least, run) => (run.ms < least.ms ? run : least));
  return { ...best, text: name, source: expression.source };
}

/** Work that no change of the project's makes faster or slower: twenty sums over a text of the same length. */
function control(): string {
  const text = "a".repeat(length);
  const sum = (): number => {
    let total = 0;
    for (let round = 0; round < 20; round++) for (let at = 0; at < length; at++) total += text.charCodeAt(at);
    return total;
  };
  const best = Math.min(...Array.from({ length: 10 }, () => cpuMs(sum)));
  return `control: ${best.toFixed(1)} ms for ${20 * length} characters, one after the other`;
}

function compile(expression: Expression): Regex {
  const compiled = compileRegex(expression.source, expression);
  if (!compiled.ok) throw new Error(`${expression.source}: ${compiled.reason}`);
  return compiled.regex;
}

/** Each ends with all that the expression needs, so that nothing but the search itself can tell that it is not there. */
function* texts(expression: Expression): Iterable<readonly [name: string, text: string]> {
  const { source } = expression;
  const regex = compile(expression);
  const { literals } = regex.needs;
  const end = literals.map(([literal = ""]) => `\n${literal}`).join("");
  const next = random(1);
  const samples = Array.from({ length: 200 }, () => sampleRegex(source, next));
  const sample = (): string => samples[next(samples.length)] ?? "";
  const letter = (text: string): string => text.charAt(next(text.length));
  const pieces = {
    "one letter": () => "a",
    "two letters": () => letter("ab"),
    "its letters": () => letter(sample()),
    "its parts": () => part(sample(), next),
    "its beginnings": () => beginning(sample(), next),
    "far beginnings": () => beginning(sample(), next) + " ".repeat(next(40)),
    "near misses": () => sample().slice(0, -1 - next(8)),
    "one miss": () => (samples[0] ?? "").slice(0, -1),
  };
  for (const [name, piece] of Object.entries(pieces)) yield [name, fillText(() => missing(regex, piece)) + end];
}

/** A piece that is no match by itself, which would end the search. */
function missing(regex: Regex, piece: () => string): string {
  const made = piece();
  return made.length > 8 && regex.test(made) ? "" : made;
}

function fillText(piece: () => string): string {
  const pieces: string[] = [];
  for (let size = 0; size < length;) {
    const made = piece();
    pieces.push(made);
    size += Math.max(1, made.length);
  }
  return pieces.join("").slice(0, length);
}

const beginning = (text: string, next: Next): string => text.slice(0, next(Math.max(1, text.length)));

function part(text: string, next: Next): string {
  const start = next(Math.max(1, text.length));
  return text.slice(start, start + next(Math.max(1, text.length - start)));
}

function sigmahqExpressions(): readonly Expression[] {
  const rules = [...readRules().values()].flatMap((parsed) => parsed.rules);
  const patterns = rules.flatMap(({ detection }) => [...detection.selections.values()].flatMap(patternsOf));
  const found = patterns.filter((pattern) => pattern.kind === "regex");
  return [...new Map(found.map((pattern) => [JSON.stringify(pattern), pattern])).values()];
}

const patternsOf = (selection: Selection): readonly Pattern[] =>
  selection.kind === "item"
    ? selection.values.flatMap(({ alternatives }) => alternatives)
    : selection.operands.flatMap(patternsOf);

console.log(control());
reportSearches();
report("expressions of SigmaHQ's rules", hasSigmahq ? sigmahqExpressions() : []);
report(
  "expressions made to be slow",
  slow.map((source) => ({ source, ...plain })),
);
console.log(control());
