import { expect, test } from "vitest";
import { makeBlockTable } from "../../../../src/engine/indexed/texts/blockTable.ts";
import { blockAt, hashOf } from "../../../../src/engine/indexed/texts/blocks.ts";
import { allocate, mayHaveEscapes, nextPlace, place } from "../../../../src/engine/indexed/texts/kernel.ts";

/** A table of one block of each text, the one that begins there. */
function tableOf(texts: Readonly<Record<string, number>>, step: number): number {
  const blocks = Object.entries(texts).map(([text, offset], number) => ({
    text,
    number,
    offset,
    hash: hashOf(blockAt(text, offset, 4)),
  }));
  return makeBlockTable(blocks, { block: 4, step }).address ?? -1;
}

test.each([
  { text: "....needle", texts: { needle: 0 }, step: 1, place: 4, because: "the text stands there" },
  { text: "....NEEDLE", texts: { needle: 0 }, step: 1, place: 4, because: "case does not count" },
  { text: "....needle", texts: { needle: 0 }, step: 2, place: 4, because: "a step falls on it" },
  { text: "....needle", texts: { needle: 0 }, step: 3, place: -1, because: "no step falls on it" },
  { text: ".......nee", texts: { needle: 0 }, step: 1, place: -1, because: "it is cut off" },
  { text: "....needed", texts: { needle: 0 }, step: 1, place: -1, because: "what follows is another" },
  { text: "the needles", texts: { "the needles": 4 }, step: 1, place: 4, because: "what is before it stands there" },
  { text: "one needles", texts: { "the needles": 4 }, step: 1, place: -1, because: "what is before it is another" },
  { text: "need", texts: { need: 0 }, step: 1, place: 0, because: "nothing is beside it" },
  { text: "unneeded", texts: { needs: 0 }, step: 1, place: -1, because: "the one letter beside it is another" },
  {
    text: "..needle..",
    texts: { needed: 0, needle: 0 },
    step: 1,
    place: 2,
    because: "one of two that begin alike stands",
  },
])("in $text the first place by steps of $step is $place: $because", ({ text, texts, step, place: expected }) => {
  const table = tableOf(texts, step);
  expect(Math.max(-1, nextPlace(table, 0, place(text) - 4))).toBe(expected);
});

test.each([2, 3] as const)("texts of %i letters have no more to compare", (length) => {
  const text = "ndl".slice(0, length);
  const { address = -1 } = makeBlockTable([{ text, number: 0, offset: 0, hash: hashOf(blockAt(text, 0, length)) }], {
    block: length,
    step: 1,
  });
  expect(nextPlace(address, 0, place(`....${text.toUpperCase()}`) - length)).toBe(4);
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

test("an escape is seen at the end of a text that is longer by a part of what is looked at together", () => {
  for (let length = 0; length < 40; length += 1) {
    expect(mayHaveEscapes(`"${"x".repeat(length)}\\/"`)).toBe(true);
    expect(mayHaveEscapes(`"${"x".repeat(length)}"`)).toBe(false);
  }
});

test("what has no room with the kernel has room elsewhere", () => {
  const rooms = Array.from({ length: 5 }, () => allocate(2 ** 22));
  expect(rooms[0]?.address).toBeGreaterThan(0);
  expect(rooms.at(-1)?.address).toBeUndefined();
  expect(rooms.every(({ numbers }) => numbers.length === 2 ** 22)).toBe(true);
});
