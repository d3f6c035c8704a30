import { expect, test } from "vitest";
import {
  canonicalDecimal,
  canonicalNumber,
  compareDecimals,
  decimalText,
  isShortDecimal,
} from "../../src/std/index.ts";

test.each([
  { text: "4688", canonical: "4688" },
  { text: "+004688", canonical: "4688" },
  { text: "0", canonical: "0" },
  { text: "00", canonical: "0" },
  { text: "0443", canonical: "443" },
  { text: "123456789", canonical: "123456789" },
  { text: "0123456789", canonical: "123456789" },
  { text: "-0", canonical: "0" },
  { text: "-0.0", canonical: "0" },
  { text: "-1.50", canonical: "-1.5" },
  { text: "0.10", canonical: "0.1" },
  { text: "100", canonical: "100" },
  { text: ".5", canonical: "0.5" },
  { text: "5.", canonical: "5" },
  { text: "1e3", canonical: "1000" },
  { text: "1.25E+1", canonical: "12.5" },
  { text: "1.25e-3", canonical: "0.00125" },
  { text: "125e-2", canonical: "1.25" },
  { text: "18446744073709551616", canonical: "18446744073709551616" },
  { text: "9007199254740993.0", canonical: "9007199254740993" },
])("$text is $canonical", ({ text, canonical }) => {
  expect(canonicalDecimal(text)).toBe(canonical);
});

test.each([
  "",
  "-",
  ".",
  "e3",
  "1e",
  "1e1000",
  "0x10",
  "1_000",
  "1,5",
  " 1",
  "1 ",
  "1\n",
  "--1",
  "1.2.3",
  "inf",
  "NaN",
  "١",
])("%j is no decimal number", (text) => {
  expect(canonicalDecimal(text)).toBeUndefined();
});

test.each([
  { text: "0", isShort: true, because: "one digit may be zero" },
  { text: "443", isShort: true, because: "it has no other spelling that is canonical" },
  { text: "100000009", isShort: true, because: "nine digits are short" },
  { text: "1000000000", isShort: false, because: "ten are not" },
  { text: "0443", isShort: false, because: "a zero is needless" },
  { text: "00", isShort: false, because: "so is this one" },
  { text: "", isShort: false, because: "there is no digit" },
  { text: "-1", isShort: false, because: "a sign is no digit" },
  { text: "1/", isShort: false, because: "the character below zero" },
  { text: "1:", isShort: false, because: "the character above nine" },
  { text: "1\u0661", isShort: false, because: "digits are ASCII" },
])("$text is a short decimal: $isShort, $because", ({ text, isShort }) => {
  expect(isShortDecimal(text)).toBe(isShort);
});

test.each([
  { value: 4688, text: "4688" },
  { value: -0, text: "0" },
  { value: 0.1, text: "0.1" },
  { value: 1e-7, text: "0.0000001" },
  { value: 1e21, text: "1000000000000000000000" },
  { value: -1.5e300, text: `-15${"0".repeat(299)}` },
  { value: Number.MAX_SAFE_INTEGER, text: "9007199254740991" },
])("the number $value is written $text", ({ value, text }) => {
  expect(decimalText(value)).toBe(text);
});

test.each([
  { text: "0x1F3FFF", canonical: "2047999" },
  { text: "0o17", canonical: "15" },
  { text: "0xFFFFFFFFFFFFFFFF", canonical: "18446744073709551615" },
  { text: "012", canonical: "12" },
  { text: "-1.50", canonical: "-1.5" },
  { text: "0x", canonical: undefined },
  { text: "0xG", canonical: undefined },
  { text: "-0x1", canonical: undefined },
  { text: "one", canonical: undefined },
])("a rule's $text is $canonical", ({ text, canonical }) => {
  expect(canonicalNumber(text)).toBe(canonical);
});

const ascending = [
  "-9007199254740993",
  "-9007199254740992",
  "-10",
  "-9.5",
  "-9.25",
  "-9",
  "-0.5",
  "0",
  "0.05",
  "0.5",
  "1",
  "1.25",
  "1.5",
  "9",
  "10",
  "10.5",
  "9007199254740992",
  "9007199254740993",
];

test("numbers compare by their value, whatever their length and sign", () => {
  for (const [at, one] of ascending.entries()) {
    for (const [otherAt, other] of ascending.entries()) {
      expect([one, other, Math.sign(compareDecimals(one, other))]).toEqual([one, other, Math.sign(at - otherAt)]);
    }
  }
});
