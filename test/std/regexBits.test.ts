import { RE2JS } from "re2js";
import { expect, test } from "vitest";
import { searchByBits } from "../../src/std/regexBits.ts";
import { automatonOf } from "../../src/std/regexProgram.ts";
import { random, randomRegex, randomText } from "./regexGenerator.ts";
import { sampleRegex } from "./regexSample.ts";

const bitsOf = (compiled: RE2JS): ((text: string) => boolean) | undefined => {
  const automaton = automatonOf(compiled);
  return automaton && searchByBits(automaton);
};

/** How many expressions; `FUZZ_INPUTS=100000` asks for more. */
const inputs = Number(process.env["FUZZ_INPUTS"] ?? 3_000);

test(`${inputs} random expressions: the verdict is that of the engine`, { timeout: 600_000 }, () => {
  const seen = { searched: 0, matches: 0, misses: 0 };
  for (let seed = 1; seed <= inputs; seed++) {
    const next = random(seed);
    const source = randomRegex(next);
    const compiled = compile(source, next(8));
    const search = compiled && bitsOf(compiled);
    if (!search) continue;
    seen.searched += 1;
    for (let count = 0; count < 20; count++) {
      const text = randomText(next, source);
      const expected = compiled.test(text);
      seen[expected ? "matches" : "misses"] += 1;
      expect({ source, text, found: search(text) }).toEqual({ source, text, found: expected });
    }
  }
  expect(seen.searched).toBeGreaterThan(inputs / 2);
  expect(seen.matches).toBeGreaterThan(inputs);
  expect(seen.misses).toBeGreaterThan(inputs);
});

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
  const search = bitsOf(compiled);
  const samples = Array.from({ length: 100 }, () => sampleRegex(source, next));
  const texts = samples.flatMap((text) => [text, `x${text}\nx`, text.slice(1), text.slice(0, -1), text + text]);
  expect(texts.map((text) => search?.(text))).toEqual(texts.map((text) => compiled.test(text)));
  expect(texts.some((text) => compiled.test(text))).toBe(true);
  expect(texts.some((text) => !compiled.test(text))).toBe(true);
});

test.each([{ source: "(?:a?b?c?d?e?){60}x", because: "each position has too many followers" }])(
  "$source is left to the engine: $because",
  ({ source }) => {
    expect(bitsOf(RE2JS.compile(source))).toBeUndefined();
  },
);
