import { expect, test } from "vitest";
import { containsAny, endsWithAny, startsWithAny } from "../../src/std/index.ts";
import { random } from "./regexGenerator.ts";

test.each([
  { needles: ["he", "she", "hers"], text: "ushers", starts: false, ends: true, contains: true },
  { needles: ["us", "x"], text: "ushers", starts: true, ends: false, contains: true },
  { needles: ["x", "rs"], text: "ushers", starts: false, ends: true, contains: true },
  { needles: ["ushers"], text: "ushers", starts: true, ends: true, contains: true },
  { needles: ["ushers!"], text: "ushers", starts: false, ends: false, contains: false },
  { needles: [""], text: "", starts: true, ends: true, contains: true },
  { needles: ["a", ""], text: "b", starts: true, ends: true, contains: true },
  { needles: ["a"], text: "", starts: false, ends: false, contains: false },
  { needles: [], text: "a", starts: false, ends: false, contains: false },
  { needles: ["😀b"], text: "a😀b", starts: false, ends: true, contains: true },
])("$text with $needles", ({ needles, text, starts, ends, contains }) => {
  expect(startsWithAny(needles)(text)).toBe(starts);
  expect(endsWithAny(needles)(text)).toBe(ends);
  expect(containsAny(needles)(text)).toBe(contains);
});

test("random texts and needles: what comparing each with each finds", () => {
  const next = random(1);
  const word = (longest: number): string =>
    Array.from({ length: next(longest + 1) }, () => "ab".charAt(next(2))).join("");
  for (let count = 0; count < 5_000; count++) {
    const needles = Array.from({ length: next(5) }, () => word(6));
    const text = word(12);
    const found = {
      starts: startsWithAny(needles)(text),
      ends: endsWithAny(needles)(text),
      contains: containsAny(needles)(text),
    };
    expect({ text, needles, ...found }).toEqual({
      text,
      needles,
      starts: needles.some((needle) => text.startsWith(needle)),
      ends: needles.some((needle) => text.endsWith(needle)),
      contains: needles.some((needle) => text.includes(needle)),
    });
  }
});
