import { expect, test } from "vitest";
import { matchesField } from "./matchesField.ts";

test.each([
  { value: true, matches: true, because: "it is the boolean" },
  { value: false, matches: false, because: "it is the other" },
  { value: "true", matches: true, because: "Sysmon logs the word" },
  { value: "True", matches: true, because: "in any case" },
  { value: " true", matches: false, because: "a space makes another word" },
  { value: 1, matches: false, because: "numbers are no booleans" },
  { value: "1", matches: false, because: "nor are their texts" },
  { value: "yes", matches: false, because: "nor are other words" },
  { value: null, matches: false, because: "null is no boolean" },
  { value: undefined, matches: false, because: "nor is an absent field" },
  { value: [false, "TRUE"], matches: true, because: "any member may match" },
])("true and $value: $matches, because $because", ({ value, matches }) => {
  expect(matchesField({ kind: "boolean", value: true }, value)).toBe(matches);
});

test("false is a value like true", () => {
  expect(matchesField({ kind: "boolean", value: false }, "FALSE")).toBe(true);
  expect(matchesField({ kind: "boolean", value: false }, undefined)).toBe(false);
});
