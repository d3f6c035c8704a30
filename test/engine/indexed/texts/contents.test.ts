import { expect, test } from "vitest";
import { scanContents } from "../../../../src/engine/indexed/texts/contents.ts";
import { fold } from "../../../../src/std/index.ts";
import { many, pick, random, type Random } from "../../../sigma/random.ts";

function found(texts: readonly string[], value: string): readonly string[] {
  const numbers = new Set<number>();
  scanContents(texts.map((text, number) => ({ text, number })))(value, (number) => numbers.add(number));
  return texts.filter((_, number) => numbers.has(number));
}

test.each([
  { text: "needle", value: "needle", because: "the text is the value" },
  { text: "needle", value: "a needle", because: "it stands at the end" },
  { text: "needle", value: "NEEDLEs", because: "case does not count" },
  { text: "kelvins", value: "\u212aelvin\u017f", because: "the Kelvin sign is k, the long s is s" },
  { text: "\u03c3\u03c3", value: "\u03a3\u03c2", because: "every sigma is one letter" },
  { text: "\u03bcm", value: "5 \u00b5M", because: "the micro sign is mu, though it is Latin-1" },
  { text: "\u{1f600}", value: "a\u{1f600}", because: "pairs without case stand as they are" },
  { text: "a", value: "xA", because: "one letter is enough" },
  { text: "k\\", value: "\u212a\\", because: "two are, in any spelling" },
  { text: "abc", value: "ababc", because: "a beginning that breaks off is no end" },
])("$text is found in $value: $because", ({ text, value }) => {
  expect(found([text, "never there", "\u{1f601}", "zz"], value)).toEqual([text]);
});

test.each([
  { text: "needle", value: "needl", because: "the value is shorter" },
  { text: "needle", value: "needle".slice(1), because: "the beginning is missing" },
  { text: "pqrs", value: "0123", because: "digits have the low bits of letters, and are none" },
  { text: "\u0131", value: "i", because: "dotless i is no i" },
])("$text is not found in $value: $because", ({ text, value }) => {
  expect(found([text], value)).toEqual([]);
});

const letters = ["a", "b", "A", "B", "0", " ", "\\", "k", "\u212a", "s", "\u017f", "\u03a3", "\u03c3", "\u{1f600}"];
const randomText = (next: Random, longest: number): string =>
  many(next(longest) + 1, () => pick(next, letters)).join("");

test.each([3, 40, 700])("of %d random texts those are found that a value contains", (count) => {
  const next = random(count);
  const texts = [...new Set(many(count, () => fold(randomText(next, pick(next, [2, 5, 9, 20])))))];
  for (let round = 0; round < 300; round += 1) {
    const planted = next(2) === 0 ? pick(next, texts).toUpperCase() : "";
    const value = randomText(next, pick(next, [10, 60, 300])) + planted + randomText(next, 10);
    expect(found(texts, value)).toEqual(texts.filter((text) => fold(value).includes(text)));
  }
});

test.each([3, 40, 700])("of %d random texts those are found that a long value of ASCII contains", (count) => {
  const next = random(count);
  const ascii = (longest: number): string =>
    many(next(longest) + 1, () => pick(next, ["a", "b", "A", "B", "0", " ", "\\", "k", "[", "{"])).join("");
  const texts = [...new Set(many(count, () => fold(ascii(pick(next, [2, 5, 9, 20])))))];
  for (let round = 0; round < 300; round += 1) {
    const planted = next(2) === 0 ? pick(next, texts).toUpperCase() : "";
    const value = ascii(300) + planted + ascii(60);
    expect(found(texts, value)).toEqual(texts.filter((text) => fold(value).includes(text)));
  }
});

test.each([
  { between: "\u00ae ", because: "letters of two bytes stand before it" },
  { between: "\u6771", because: "letters of three do" },
  { between: "\u{1f600}", because: "letters of four, which are two units" },
  { between: "\u017f", because: "letters that fold to ASCII do" },
])("in a long value a text is found where $because", ({ between }) => {
  for (let length = 0; length < 12; length += 1)
    expect(found(["needle"], `${between.repeat(40)}${"x".repeat(length)}NEEDLE`)).toEqual(["needle"]);
});

test("who is told of a text may look through other values", () => {
  const scan = scanContents([
    { text: "needle", number: 1 },
    { text: "thread", number: 2 },
  ]);
  const numbers: number[] = [];
  scan(`${"hay ".repeat(20)}needle ${"hay ".repeat(20)}thread`, (number) => {
    numbers.push(number);
    scan("x".repeat(200), () => numbers.push(-1));
  });
  expect(numbers).toEqual([1, 2]);
});
