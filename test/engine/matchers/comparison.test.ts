import { expect, test } from "vitest";
import type { Comparator } from "../../../src/sigma/index.ts";
import type { Scalar } from "../../../src/std/index.ts";
import { matchesField } from "./matchesField.ts";

test.each<{ readonly value: Scalar; readonly holds: readonly Comparator[]; readonly because: string }>([
  { value: 4, holds: ["lt", "lte"], because: "it is less" },
  { value: 5, holds: ["lte", "gte"], because: "it is equal" },
  { value: 6, holds: ["gt", "gte"], because: "it is more" },
  { value: -6, holds: ["lt", "lte"], because: "a sign counts" },
  { value: 4.999, holds: ["lt", "lte"], because: "so does a fraction" },
  { value: "4", holds: ["lt", "lte"], because: "a text of digits is a number" },
  { value: "+05.0", holds: ["lte", "gte"], because: "in any spelling" },
  { value: "40", holds: ["gt", "gte"], because: "numbers are not compared as texts" },
  { value: "184467440737095516160", holds: ["gt", "gte"], because: "no number is too large" },
  { value: "5e0", holds: [], because: "an exponent makes it text" },
  { value: "0x5", holds: [], because: "so does a base" },
  { value: " 5", holds: [], because: "and a space" },
  { value: "5 KB", holds: [], because: "and a unit" },
  { value: "", holds: [], because: "nothing is no number" },
  { value: true, holds: [], because: "nor is a boolean" },
  { value: null, holds: [], because: "nor null" },
])("$value to 5: $holds, because $because", ({ value, holds }) => {
  const found = (["lt", "lte", "gt", "gte"] as const).filter((operator) =>
    matchesField({ kind: "comparison", operator, number: "5" }, value),
  );
  expect(found).toEqual(holds);
});

test("integers beyond 2^53 are compared exactly", () => {
  const greater = { kind: "comparison", operator: "gt", number: "9007199254740992" } as const;
  expect(matchesField(greater, "9007199254740993")).toBe(true);
  expect(matchesField(greater, "9007199254740992")).toBe(false);
});

test("any member of a list may compare; an absent field never does", () => {
  const less = { kind: "comparison", operator: "lt", number: "5" } as const;
  expect(matchesField(less, ["x", 9, "4"])).toBe(true);
  expect(matchesField(less, [])).toBe(false);
  expect(matchesField(less, undefined)).toBe(false);
});
