import { expect, test } from "vitest";
import { makeTable, mayHaveEscapes, nextPlace, place } from "../../../../src/engine/indexed/texts/kernel.ts";
import { blockAt, hashOf } from "../../../../src/engine/indexed/texts/blocks.ts";

/** A table of the blocks of four characters that these texts begin with. */
function tableOf(texts: readonly string[], step: number): number {
  const { words, address = -1 } = makeTable({ step, drop: 0, shift: 20 });
  for (const text of texts) {
    const slot = hashOf(blockAt(text, 0, 4)) >>> 20;
    words[slot >> 5] = (words[slot >> 5] ?? 0) | (1 << (slot & 31));
  }
  return address;
}

test.each([
  { text: "....needle", step: 1, place: 4, because: "the block stands there" },
  { text: "....NEEDLE", step: 1, place: 4, because: "case does not count" },
  { text: "....needle", step: 2, place: 4, because: "a step falls on it" },
  { text: "....needle", step: 3, place: -1, because: "no step falls on it" },
  { text: ".......nee", step: 1, place: -1, because: "it is cut off" },
])("in $text the first place by steps of $step is $place: $because", ({ text, step, place: expected }) => {
  const table = tableOf(["need"], step);
  expect(nextPlace(table, 0, place(text) - 4)).toBe(expected);
});

test.each([
  { text: "a".repeat(200_000), because: "there is no room for it" },
  { text: "\u6771".repeat(100_000), because: "nor for so many bytes" },
  { text: "sekurl\u017fa", because: "the long s is an s" },
  { text: "\u212aiwi", because: "the Kelvin sign is a k" },
])("a text is not placed: $because", ({ text }) => {
  expect(place(text)).toBe(-1);
});

test.each([
  { json: '{"a":"\\u0041"}', has: true },
  { json: '{"a":"\\/"}', has: true },
  { json: `{"a":"${"x".repeat(1_000)}\\u0041"}`, has: true },
  { json: '{"a":"\\n\\\\ u /"}', has: false },
  { json: '{"a":"\u6771\\u4eac"}', has: true },
  { json: `{"a":"${"x".repeat(200_000)}"}`, has: true },
])("$json may have escapes: $has", ({ json, has }) => {
  expect(mayHaveEscapes(json)).toBe(has);
});

test("tables without room are told", () => {
  const tables = Array.from({ length: 40 }, () => makeTable({ step: 1, drop: 0, shift: 8 }));
  expect(tables[0]?.address).toBeGreaterThan(0);
  expect(tables.at(-1)).toMatchObject({ address: undefined });
  expect(tables.every(({ words }) => words.length === 2 ** 24 / 32)).toBe(true);
});
