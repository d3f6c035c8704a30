import { expect, test } from "vitest";
import { closest } from "../../src/std/closest.ts";

const candidates = ["contains", "startswith", "endswith", "re", "all", "utf16", "utf16le"];

test.each([
  { word: "contain", found: "contains", because: "a letter is left out" },
  { word: "containss", found: "contains", because: "a letter is too much" },
  { word: "cantains", found: "contains", because: "a letter is another" },
  { word: "contaisn", found: "contains", because: "two neighbours are swapped" },
  { word: "EndsWith", found: "endswith", because: "letter case does not count" },
  { word: "strtwith", found: "startswith", because: "a third of the letters may be wrong" },
  { word: "utf16l", found: "utf16", because: "of equally near ones the first is taken" },
  { word: "al", found: "all", because: "a short word may have one mistake" },
  { word: "er", found: "re", because: "a swap is one mistake" },
  { word: "not", found: undefined, because: "nothing is near" },
  { word: "", found: undefined, because: "nothing is near a word without letters" },
  { word: "startswithnothing", found: undefined, because: "more than three mistakes make another word" },
  { word: "x".repeat(65), found: undefined, because: "words of that length are not compared" },
])("closest to $word is $found: $because", ({ word, found }) => {
  expect(closest(word, candidates)).toBe(found);
});

/** The textbook recurrence over the whole table. */
function textbook(left: string, right: string): number {
  const table = Array.from({ length: left.length + 1 }, (_, row) =>
    Array.from({ length: right.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => table[row]?.[column] ?? Infinity;
  for (let row = 1; row <= left.length; row++) {
    for (let column = 1; column <= right.length; column++) {
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const line = table[row];
      if (!line) continue;
      line[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1),
        swapped ? at(row - 2, column - 2) + 1 : Infinity,
      );
    }
  }
  return at(left.length, right.length);
}

test("every word of two letters up to length 4 is near the same words as by the textbook", () => {
  const words = ["", "a", "b"].flatMap((first) =>
    ["", "a", "b"].flatMap((second) =>
      ["", "a", "b"].flatMap((third) => ["", "a", "b"].map((last) => first + second + third + last)),
    ),
  );
  const long = words.map((word) => `${word}zzzzz`);
  for (const word of long) {
    const limit = Math.min(3, Math.floor(word.length / 3));
    const near = long.filter((other) => textbook(word, other) <= limit);
    expect(long.filter((other) => closest(word, [other]) !== undefined)).toEqual(near);
  }
});
