import { expect, test } from "vitest";
import { matchesField } from "./matchesField.ts";

const plain = { kind: "regex", ignoreCase: false, multiline: false, dotAll: false } as const;

test.each([
  { source: "b+", value: "abbc", matches: true, because: "it is searched for" },
  { source: "B+", value: "abbc", matches: false, because: "case counts" },
  { source: "^4\\d+$", value: 4688, matches: true, because: "a number has its decimal text" },
  { source: "^$", value: "", matches: true, because: "the empty string is a text" },
  { source: ".*", value: null, matches: false, because: "null is none" },
  { source: ".*", value: undefined, matches: false, because: "an absent field has none" },
  { source: "^b$", value: ["a", "b"], matches: true, because: "any member may match" },
])("/$source/ on $value: $matches, because $because", ({ source, value, matches }) => {
  expect(matchesField({ ...plain, source }, value)).toBe(matches);
});

test("the flags of the rule are the flags of the search", () => {
  expect(matchesField({ ...plain, source: "^B.C", ignoreCase: true, multiline: true, dotAll: true }, "a\nb\nc")).toBe(
    true,
  );
});
