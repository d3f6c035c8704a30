import { expect, test } from "vitest";
import type { Scalar } from "../../../src/std/index.ts";
import { matchesField } from "./matchesField.ts";

interface Row {
  readonly text: string;
  readonly value: Scalar | readonly Scalar[] | undefined;
  readonly matches: boolean;
  readonly because: string;
}

test.each<Row>([
  { text: "4688", value: 4688, matches: true, because: "it is the number" },
  { text: "4688", value: 4689, matches: false, because: "it is another" },
  { text: "1.50", value: 1.5, matches: true, because: "zeros at the end say nothing" },
  { text: "1e3", value: 1000, matches: true, because: "a rule's exponent is part of its number" },
  { text: "4688", value: "4688", matches: true, because: "a decimal text is a number" },
  { text: "4688", value: "+04688.0", matches: true, because: "in any spelling" },
  { text: "4688", value: " 4688", matches: false, because: "spaces do not belong to it" },
  { text: "4688", value: "4688\n", matches: false, because: "nor do line breaks" },
  { text: "1000", value: "1e3", matches: false, because: "an event's exponent is text" },
  { text: "-5", value: "-5", matches: true, because: "signs count" },
  { text: "-5", value: "5", matches: false, because: "signs count" },
  { text: "0", value: "-0", matches: true, because: "there is one zero" },
  { text: "0x1F3FFF", value: 2_047_999, matches: true, because: "hexadecimal is a number" },
  { text: "0x1F3FFF", value: "2047999", matches: true, because: "and equals its decimal" },
  { text: "0x1F3FFF", value: "0x1f3fff", matches: true, because: "and the text that Sysmon logs" },
  { text: "2047999", value: "0x1F3FFF", matches: true, because: "both ways round" },
  { text: "2047999", value: "0x001F3FFF", matches: true, because: "leading zeros say nothing" },
  { text: "2047999", value: "1F3FFF", matches: false, because: "without 0x it is text" },
  { text: "0", value: "0x0", matches: true, because: "zero has a hexadecimal spelling" },
  { text: "0", value: "0x", matches: false, because: "but not without digits" },
  { text: "16", value: "0x1g", matches: false, because: "g is no digit" },
  { text: "1.5", value: "0x1", matches: false, because: "a fraction has none" },
  { text: "-1", value: "0x1", matches: false, because: "nor has a negative number" },
  { text: "0o17", value: 15, matches: true, because: "octal is a number in YAML" },
  { text: "9007199254740993", value: "9007199254740993", matches: true, because: "large integers arrive as text" },
  { text: "9007199254740993", value: "9007199254740992", matches: false, because: "and are compared exactly" },
  { text: "9007199254740993", value: "0x20000000000001", matches: true, because: "in hexadecimal as well" },
  { text: "9007199254740993", value: 9007199254740992, matches: false, because: "a double is the number it shows" },
  { text: "18446744073709551615", value: "18446744073709551615", matches: true, because: "beyond 64 bits of sign" },
  { text: ".inf", value: "inf", matches: false, because: "infinity is no number" },
  { text: ".inf", value: ".INF", matches: true, because: "but the rule's own text is itself" },
  { text: ".nan", value: ".nan", matches: true, because: "as is this" },
  { text: "1", value: true, matches: false, because: "a boolean is no number" },
  { text: "0", value: "", matches: false, because: "the empty string is no number" },
  { text: "0", value: null, matches: false, because: "null is no number" },
  { text: "0", value: [], matches: false, because: "an empty list has none" },
  { text: "0", value: undefined, matches: false, because: "an absent field has none" },
  { text: "2", value: ["1", 2], matches: true, because: "any member may match" },
])("$text and $value: $matches, because $because", ({ text, value, matches }) => {
  expect(matchesField({ kind: "number", text }, value)).toBe(matches);
});
