import { expect, test } from "vitest";
import { scanEnds } from "../../../../src/engine/indexed/texts/endsTrie.ts";
import { fold } from "../../../../src/std/index.ts";
import { many, pick, random, type Random } from "../../../sigma/random.ts";

type From = "start" | "end";
const isThere = (from: From, whole: boolean, value: string, text: string): boolean =>
  whole ? value === text : from === "end" ? value.endsWith(text) : value.startsWith(text);

const letters = ["a", "b", "A", "\\", "k", "\u212a", "\u03c2", "\u03c3", "\u{1f600}"];
const randomText = (next: Random): string => many(next(5), () => pick(next, letters)).join("");

test.each<{ from: From }>([{ from: "start" }, { from: "end" }])(
  "the texts at the $from of a value are found, and those that are all of it",
  ({ from }) => {
    const next = random(7);
    const texts = [...new Set(many(60, () => fold(randomText(next))))];
    const ends = texts.flatMap((text) => [
      { text, whole: false },
      { text, whole: true },
    ]);
    const scan = scanEnds(
      from,
      ends.map((end, number) => ({ ...end, number })),
    );
    for (let round = 0; round < 500; round += 1) {
      const value = randomText(next) + randomText(next);
      const numbers = new Set<number>();
      scan(value, (number) => numbers.add(number));
      const found = ends.filter((_, number) => numbers.has(number));
      expect(found).toEqual(ends.filter(({ text, whole }) => isThere(from, whole, fold(value), text)));
    }
  },
);
