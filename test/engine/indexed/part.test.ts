import { expect, test } from "vitest";
import { atLeast, every, not, type Part, some } from "../../../src/engine/indexed/part.ts";

/** A part that writes down that it was asked. */
const part = (name: string, answer: boolean, { cost = 1, chance = 0.5 } = {}): Part<string[]> => ({
  holds: (asked) => {
    asked.push(name);
    return answer;
  },
  cost,
  chance,
});

test.each([
  { name: "every", made: every([part("dear", true, { cost: 9 }), part("cheap", true)]), asked: ["cheap", "dear"] },
  {
    name: "every",
    made: every([part("likely", true, { chance: 0.9 }), part("rare", true, { chance: 0.1 })]),
    asked: ["rare", "likely"],
  },
  {
    name: "some",
    made: some([part("rare", false, { chance: 0.1 }), part("likely", false, { chance: 0.9 })]),
    asked: ["likely", "rare"],
  },
  {
    name: "some",
    made: some(["a", "b", "c", "d"].map((name, at) => part(name, false, { cost: 4 - at }))),
    asked: ["d", "c", "b", "a"],
  },
])("$name asks what tells most for its price first: $asked", ({ made, asked }) => {
  const found: string[] = [];
  made.holds(found);
  expect(found).toEqual(asked);
});

const parts = (...answers: readonly boolean[]): readonly Part<string[]>[] =>
  answers.map((answer, at) => part(String(at), answer, { cost: answers.length - at }));

test.each([
  { name: "every", made: every(parts()), holds: false, because: "nothing is not everything" },
  { name: "every", made: every(parts(true)), holds: true, because: "the only one holds" },
  { name: "every", made: every(parts(true, true)), holds: true, because: "both hold" },
  { name: "every", made: every(parts(true, false, true)), holds: false, because: "one of three does not" },
  { name: "every", made: every(parts(true, true, true, true)), holds: true, because: "all four hold" },
  { name: "some", made: some(parts()), holds: false, because: "there is none" },
  { name: "some", made: some(parts(false, true)), holds: true, because: "one of two holds" },
  { name: "some", made: some(parts(false, false, false, true)), holds: true, because: "one of four holds" },
  { name: "some", made: some(parts(false, false, false)), holds: false, because: "none of three holds" },
  { name: "atLeast 0", made: atLeast(0, parts(false)), holds: false, because: "one at least must hold" },
  { name: "atLeast 2", made: atLeast(2, parts(true, false, true)), holds: true, because: "two of three hold" },
  { name: "atLeast 2", made: atLeast(2, parts(true, false, false)), holds: false, because: "one of three holds" },
  { name: "atLeast 2", made: atLeast(2, parts(true, true)), holds: true, because: "both hold" },
  { name: "atLeast 3", made: atLeast(3, parts(true, true)), holds: false, because: "there are not so many" },
  { name: "not", made: not(part("a", true)), holds: false, because: "it holds" },
])("$name is $holds: $because", ({ made, holds }) => {
  expect(made.holds([])).toBe(holds);
});

test.each([
  {
    name: "every",
    made: every([part("a", true, { cost: 10 }), part("b", true, { cost: 20 })]),
    cost: 20,
    chance: 0.25,
  },
  { name: "some", made: some([part("a", true, { cost: 10 }), part("b", true, { cost: 20 })]), cost: 20, chance: 0.75 },
  { name: "not", made: not(part("a", true, { cost: 10, chance: 0.2 })), cost: 10, chance: 0.8 },
])("$name is expected to cost $cost and to hold $chance of the time", ({ made, cost, chance }) => {
  expect(made).toMatchObject({ cost, chance });
});
