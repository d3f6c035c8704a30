import { expect, test } from "vitest";
import { remembering } from "../../../../src/engine/indexed/texts/memory.ts";
import { indexValues, type ValueIndex } from "../../../../src/engine/indexed/texts/valueIndex.ts";
import type { Scalar } from "../../../../src/std/index.ts";
import { many, pick, random } from "../../../sigma/random.ts";

/** An index that counts how often it is asked. */
function counted(index: ValueIndex) {
  const asked: Scalar[] = [];
  const remembers = remembering((value, found) => {
    asked.push(value);
    index(value, found);
  });
  const numbersIn = (value: Scalar): readonly number[] => {
    const numbers: number[] = [];
    remembers(value, (number) => numbers.push(number));
    return numbers;
  };
  return { asked, numbersIn };
}

const atoms = [
  { kind: "endswith", text: "\\cmd.exe", number: 0 },
  { kind: "contains", text: "windows", number: 1 },
  { kind: "equals", text: "4096", number: 2 },
] as const;

test("a value that comes again is not looked at again", () => {
  const { asked, numbersIn } = counted(indexValues(atoms));
  const value = "C:\\Windows\\System32\\cmd.exe";
  expect([numbersIn(value), numbersIn(value), numbersIn(["C:\\Windows", "System32", "cmd.exe"].join("\\"))]).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
  ]);
  expect(asked).toEqual([value]);
});

test("a text that stands in a value twice is reported once", () => {
  expect(counted(indexValues(atoms)).numbersIn("windows, windows")).toEqual([1]);
});

test.each([
  { value: "4096", because: "it is short" },
  { value: 4096, because: "it is a number" },
  { value: "x".repeat(600), because: "it is long" },
])("$value is looked at each time: $because", ({ value }) => {
  const { asked, numbersIn } = counted(indexValues(atoms));
  expect(numbersIn(value)).toEqual(numbersIn(value));
  expect(asked).toHaveLength(2);
});

test("whatever values come, in whatever order, what is found in each is what the index finds", () => {
  const next = random(7);
  const index = indexValues(atoms);
  const { asked, numbersIn } = counted(index);
  const parts = ["C:\\Windows", "\\System32", "\\cmd.exe", "x", "windows", "\\calc.exe", "1"];
  const values = many(400, () => many(1 + next(4), () => pick(next, parts)).join(""));
  let numbers = 0;
  for (const value of many(4_000, () => pick(next, values))) {
    const expected = new Set<number>();
    index(value, (number) => expected.add(number));
    expect(new Set(numbersIn(value))).toEqual(expected);
    numbers += expected.size;
  }
  expect(numbers).toBeGreaterThan(1_000);
  expect(asked.length).toBeLessThan(4_000);
});
