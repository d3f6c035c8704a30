import { expect, test } from "vitest";
import { indexValues, type NumberedAtom } from "../../../../src/engine/indexed/texts/valueIndex.ts";
import type { Scalar } from "../../../../src/std/index.ts";

type Row = Pick<NumberedAtom, "kind" | "text"> & {
  readonly value: Scalar;
  readonly holds: boolean;
  readonly because: string;
};

test.each<Row>([
  { kind: "equals", text: "abc", value: "ABC", holds: true, because: "case does not count" },
  { kind: "equals", text: "abc", value: "abcd", holds: false, because: "it is not all" },
  { kind: "equals", text: "", value: "", holds: true, because: "nothing is a value" },
  { kind: "equals", text: "4688", value: 4688, holds: true, because: "numbers have a text" },
  { kind: "equals", text: "true", value: true, holds: true, because: "booleans have a word" },
  { kind: "endswith", text: "8", value: 4688, holds: true, because: "a part of a number is one" },
  { kind: "contains", text: "rue", value: true, holds: true, because: "a part of the word is one" },
  { kind: "contains", text: "x", value: null, holds: false, because: "null has no text" },
  { kind: "equalsNumber", text: "4688", value: 4688, holds: true, because: "the number is the same" },
  { kind: "equalsNumber", text: "4688", value: "4688.0", holds: true, because: "so it is in decimals" },
  { kind: "equalsNumber", text: "4688", value: "0x1250", holds: true, because: "and in hexadecimal" },
  { kind: "equalsNumber", text: "4688", value: "4688 ", holds: false, because: "a text with more in it is no number" },
  {
    kind: "equalsNumber",
    text: "18446744073709551615",
    value: "0xFFFFFFFFFFFFFFFF",
    holds: true,
    because: "however large it is",
  },
])("$kind $text of $value: $holds, because $because", ({ kind, text, value, holds }) => {
  let isFound = false;
  indexValues([
    { kind, text, number: 0 },
    { kind: "contains", text: "something longer that is never there", number: 1 },
  ])(value, (number) => (isFound ||= number === 0));
  expect(isFound).toBe(holds);
});
