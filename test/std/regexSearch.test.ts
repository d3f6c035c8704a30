import { RE2JS } from "re2js";
import { expect, test } from "vitest";
import { bitsOf, type RegexBits } from "../../src/std/regexBits.ts";
import { automatonOf } from "../../src/std/regexProgram.ts";
import { type SearchLimits, searchByStates } from "../../src/std/regexSearch.ts";
import { keepStates, type RegexStates } from "../../src/std/regexStates.ts";
import { random, randomRegex, randomText } from "./regexGenerator.ts";
import { sampleRegex } from "./regexSample.ts";

const bitsFor = (compiled: RE2JS): RegexBits | undefined => {
  const automaton = automatonOf(compiled);
  return automaton && bitsOf(automaton);
};

/** How many expressions; `FUZZ_INPUTS=100000` asks for more. */
const inputs = Number(process.env["FUZZ_INPUTS"] ?? 3_000);

const ample = { maxCells: 1_000_000, credit: Infinity, charactersPerMove: 1 };

/** Ways to keep states: all must give the same verdicts. */
const ways = {
  "with room for all": ample,
  "with room for two states, which are forgotten all the time": { ...ample, maxCells: 0 },
  "with room for a few states": { ...ample, maxCells: 5 * 26 },
  "by bits alone": { ...ample, credit: 0, charactersPerMove: Infinity },
  "by bits behind the third move of all": { ...ample, credit: 3, charactersPerMove: Infinity },
  "by bits now and then": { ...ample, credit: 4, charactersPerMove: 3 },
};

test(
  `${inputs} random expressions: however states are kept, the verdict is that of the engine`,
  { timeout: 600_000 },
  () => {
    const seen = { searched: 0, matches: 0, misses: 0 };
    for (let seed = 1; seed <= inputs; seed++) {
      const next = random(seed);
      const source = randomRegex(next);
      const compiled = compile(source, next(8));
      const bits = compiled && bitsFor(compiled);
      if (!bits) continue;
      seen.searched += 1;
      const searches = Object.entries(ways).map(([way, limits]) => [way, searchByStates(bits, limits)] as const);
      for (let count = 0; count < 20; count++) {
        const text = textFor(next, source);
        const expected = compiled.test(text);
        seen[expected ? "matches" : "misses"] += 1;
        const wrong = searches.filter(([, search]) => search(text) !== expected).map(([way]) => way);
        expect({ source, text, wrong }).toEqual({ source, text, wrong: [] });
      }
    }
    expect(seen.searched).toBeGreaterThan(inputs / 2);
    expect(seen.matches).toBeGreaterThan(inputs);
    expect(seen.misses).toBeGreaterThan(inputs);
  },
);

/** Halves of letters beyond U+FFFF among them, which stand alone in texts that were cut. */
function textFor(next: (below: number) => number, source: string): string {
  const texts = Array.from({ length: 1 + next(3) }, () => randomText(next, source));
  const between = ["", "\n", " ", "a", "_", "\ud83d", "\ude00", "\ud801\ud801\udc00", "ж", "中"];
  return texts.join(between[next(between.length)]);
}

function compile(source: string, flags: number): RE2JS | undefined {
  try {
    return RE2JS.compile(source, flags);
  } catch {
    return undefined;
  }
}

test.each([
  "a.{40}b",
  "(?:cmd|powershell).{1,64}-Path.{1,64}(?:one|two)",
  "(?i)(?:abc|abd|abe){20}",
  "[ab]{70}x",
  "(?:a|b)*a(?:a|b){66}c",
  "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}",
  "(?:é{3}😀){12}!",
  "\\ba.{20}\\bb.{20}\\bc",
  "^[a-z]{40}\\b.[0-9]{5}$",
  "(?m)^(?:ab|cd){20}$",
  "(?m)(?:^[ab]{12}$\\n){4}",
  "\\B(?:a\\Bb){20}\\b|\\A.{50}\\z",
])("a long expression, over several words of bits: %s", (source) => {
  const next = random(7);
  const compiled = RE2JS.compile(source);
  const bits = bitsFor(compiled);
  const samples = Array.from({ length: 100 }, () => sampleRegex(source, next));
  const texts = samples.flatMap((text) => [text, `x${text}\nx`, text.slice(1), text.slice(0, -1), text + text]);
  const expected = texts.map((text) => compiled.test(text));
  for (const [way, limits] of Object.entries(ways)) {
    const search = bits && searchByStates(bits, limits);
    expect([way, texts.map((text) => search?.(text))]).toEqual([way, expected]);
  }
  expect(new Set(expected)).toEqual(new Set([true, false]));
});

test.each([
  { source: "\\bx", texts: ["a x", "ax", " x", "_x", "\nx", "x", "éx"], because: "a boundary looks back" },
  { source: "\\Bx", texts: ["a x", "ax", " x", "_x", "\nx", "x", "éx"], because: "so does its opposite" },
  { source: "(?m)^x", texts: [" x", "\nx", "\rx", "x", "ax"], because: "so does the beginning of a line" },
  { source: "^x", texts: [" x", "\nx", "x"], because: "so does the beginning of a text" },
  { source: "(?m)^$", texts: ["a", "a\n", "\na", "a\n\nb", ""], because: "nothing may stand between two breaks" },
  { source: "\\b$", texts: ["a", "a ", "", " "], because: "a text ends with a word or not" },
])("$source remembers what stood before: $because", ({ source, texts }) => {
  const compiled = RE2JS.compile(source);
  const bits = bitsFor(compiled);
  const search = bits && searchByStates(bits, ample);
  // Twice, in both orders: what one text has taught must not answer for another.
  for (const text of [...texts, ...texts.toReversed()])
    expect([text, search?.(text)]).toEqual([text, compiled.test(text)]);
});

test.each(Object.entries(ways))("letters that are met for the first time change no answer, %s", (_, limits) => {
  const alphabet = Array.from({ length: 600 }, (_, index) => String.fromCodePoint(0x400 + index));
  const source = alphabet.map((letter, index) => `${letter}${alphabet[(index * 7) % 600] ?? ""}`).join("|");
  const compiled = RE2JS.compile(source);
  const bits = bitsFor(compiled);
  const search = bits && searchByStates(bits, limits);
  const next = random(3);
  const texts = alphabet.map((letter) => `a ${letter}${alphabet[next(600)] ?? ""}${alphabet[next(600)] ?? ""}`);
  const all = [...texts, ...texts.map((text) => text.repeat(3))];
  expect(all.map((text) => search?.(text))).toEqual(all.map((text) => compiled.test(text)));
});

test.each([{ source: "(?:a?b?c?d?e?){60}x", because: "each position has too many followers" }])(
  "$source is left to the engine: $because",
  ({ source }) => {
    expect(bitsFor(RE2JS.compile(source))).toBeUndefined();
  },
);

/** A search that counts how often bits were moved, and how often the state they led to was looked up to be remembered. */
function counting(source: string, limits?: SearchLimits) {
  const bits = bitsFor(RE2JS.compile(source));
  if (!bits) throw new Error(`${source} is left to the engine`);
  const counts = { moves: 0, remembered: 0, forgotten: -1 };
  const move: RegexBits["move"] = (now, next, symbol) => {
    counts.moves += 1;
    return bits.move(now, next, symbol);
  };
  const keep: typeof keepStates = (sizes) => {
    counts.forgotten += 1;
    const states = keepStates(sizes);
    const rowOf: RegexStates["rowOf"] = (state) => {
      counts.remembered += 1;
      return states.rowOf(state);
    };
    return Object.create(states, { rowOf: { value: rowOf } }) as RegexStates;
  };
  return { search: searchByStates({ ...bits, move }, limits, keep), counts };
}

test.each([
  { source: "net\\s+user", text: "net use \\\\server\\share /user:me " },
  { source: "\\bcmd.{0,5}(?:/c|/r)", text: "cmd and cmd.exe, a cmd here; " },
  { source: "(?i)привет, мир", text: "Привет, мой мир! " },
])("$source: what a text has taught need not be worked out again", ({ source, text }) => {
  const { search, counts } = counting(source);
  search(text);
  search(text.repeat(2));
  const learnt = counts.moves;
  expect(search(text.repeat(1_000))).toBe(false);
  expect(counts.moves).toBe(learnt);
});

test.each(["a.{500}b.{500}c", "a.{500}c", "(?:a|b)*a(?:a|b){40}c", "\\ba.{60}\\bb.{60}\\bc"])(
  "%s has states without end: a character costs at most one move of bits, and few moves are remembered",
  (source) => {
    const { search, counts } = counting(source);
    const next = random(5);
    const characters = 20_000;
    for (let texts = 1; texts <= 5; texts++) {
      counts.moves = 0;
      expect(search(Array.from({ length: characters }, () => "aaab ".charAt(next(5))).join(""))).toBe(false);
      expect(counts.moves).toBeLessThanOrEqual(characters + 1);
      expect(counts.moves).toBeGreaterThan(characters / 2);
      expect(counts.remembered).toBeLessThan(1_000 + (texts * characters) / 64 + 2 * (counts.forgotten + 1));
    }
  },
);

test("states that no text visits again do not stay for good", () => {
  const limits = { maxCells: 2_000, credit: 200, charactersPerMove: 100 };
  const { search, counts } = counting("a.{30}b.{30}c", limits);
  const next = random(5);
  const strange = Array.from({ length: 5_000 }, () => "ab ".charAt(next(3))).join("");
  for (let count = 0; count < 20; count++) search(strange);
  for (let count = 0; count < 20; count++) search("nothing of the kind; ".repeat(10));
  expect(counts.forgotten).toBeGreaterThan(0);
  counts.moves = 0;
  expect(search("nothing of the kind; ".repeat(1_000))).toBe(false);
  expect(counts.moves).toBe(0);
});
