import { expect, test } from "vitest";
import { makeEvent } from "./makeEvent.ts";
import { matchRule } from "./matchRule.ts";

/** Selection `a_1` holds for an event with `a_1: 1`, and so on. */
const selections = ["a_1", "a_2", "a_3", "b", "_c"].map((name) => `${name}: { ${name}: 1 }`).join("\n");

test.each([
  { condition: "a_1", holds: ["a_1"], matches: true },
  { condition: "a_1", holds: ["b"], matches: false },
  { condition: "not a_1", holds: [], matches: true },
  { condition: "not a_1", holds: ["a_1"], matches: false },
  { condition: "not not a_1", holds: ["a_1"], matches: true },
  { condition: "a_1 and b", holds: ["a_1"], matches: false },
  { condition: "a_1 and b", holds: ["a_1", "b"], matches: true },
  { condition: "a_1 or b", holds: ["b"], matches: true },
  { condition: "a_1 or b", holds: [], matches: false },
  { condition: "a_1 or a_2 and b", holds: ["a_1"], matches: true },
  { condition: "(a_1 or a_2) and b", holds: ["a_1"], matches: false },
  { condition: "not a_1 and b", holds: ["b"], matches: true },
  { condition: "not a_1 and b", holds: ["a_1", "b"], matches: false },
  { condition: "not (a_1 and b)", holds: ["a_1"], matches: true },
  { condition: "1 of a_*", holds: ["a_3"], matches: true },
  { condition: "1 of a_*", holds: ["b"], matches: false },
  { condition: "any of a_*", holds: ["a_3"], matches: true },
  { condition: "2 of a_*", holds: ["a_1"], matches: false },
  { condition: "2 of a_*", holds: ["a_1", "a_3"], matches: true },
  { condition: "all of a_*", holds: ["a_1", "a_2"], matches: false },
  { condition: "all of a_*", holds: ["a_1", "a_2", "a_3"], matches: true },
  { condition: "not 1 of a_*", holds: ["b"], matches: true },
  { condition: "not 1 of a_*", holds: ["a_2"], matches: false },
  { condition: "not all of a_*", holds: ["a_1", "a_2"], matches: true },
  { condition: "1 of them", holds: ["b"], matches: true },
  { condition: "1 of them", holds: ["_c"], matches: false },
  { condition: "all of them", holds: ["a_1", "a_2", "a_3", "b"], matches: true },
  { condition: "all of them", holds: ["a_1", "a_2", "a_3", "_c"], matches: false },
  { condition: "1 of _*", holds: ["_c"], matches: true },
  { condition: "b and 1 of a_* and not a_2", holds: ["b", "a_1"], matches: true },
])("$condition, where $holds hold: $matches", ({ condition, holds, matches }) => {
  const event = makeEvent(Object.fromEntries(holds.map((name) => [name, 1])));
  expect(matchRule(`${selections}\ncondition: ${condition}`, event) !== undefined).toBe(matches);
});
