import { expect, test } from "vitest";
import type { Scalar } from "../../../src/std/index.ts";
import { parts } from "./glob.ts";
import { matchesField } from "./matchesField.ts";

interface Row {
  readonly glob: string;
  readonly value: Scalar | readonly Scalar[] | undefined;
  readonly matches: boolean;
  readonly because: string;
}

test.each<Row>([
  { glob: "abc", value: "abc", matches: true, because: "it is the same" },
  { glob: "abc", value: "aBC", matches: true, because: "case does not count" },
  { glob: "abc", value: "abcd", matches: false, because: "the whole value is compared" },
  { glob: "abc", value: "xabc", matches: false, because: "from its start" },
  { glob: "abc*", value: "ABCd", matches: true, because: "a run may follow" },
  { glob: "abc*", value: "abc", matches: true, because: "a run may be empty" },
  { glob: "abc*", value: "xabc", matches: false, because: "the start is anchored" },
  { glob: "*abc", value: "xABC", matches: true, because: "a run may come first" },
  { glob: "*abc", value: "abcx", matches: false, because: "the end is anchored" },
  { glob: "*abc*", value: "xabcx", matches: true, because: "runs on both sides" },
  { glob: "*abc*", value: "ab c", matches: false, because: "the piece stands together" },
  { glob: "*", value: "x", matches: true, because: "a run is any value" },
  { glob: "*", value: "", matches: true, because: "the empty string is a value" },
  { glob: "*", value: null, matches: false, because: "null is none" },
  { glob: "*", value: [], matches: false, because: "an empty list has none" },
  { glob: "*", value: undefined, matches: false, because: "an absent field has none" },
  { glob: "**", value: "x", matches: true, because: "two runs are one" },
  { glob: "", value: "", matches: true, because: "the empty pattern is the empty string" },
  { glob: "", value: " ", matches: false, because: "and no other" },
  { glob: "", value: null, matches: false, because: "null is no empty string" },
  { glob: "", value: [], matches: false, because: "an empty list is none either" },
  { glob: "", value: undefined, matches: false, because: "nor is an absent field" },
  { glob: "a*c", value: "a\r\nb\r\nc", matches: true, because: "a run crosses line breaks" },
  { glob: "a?c", value: "a\nc", matches: true, because: "one code point may be a line break" },
  { glob: "a?c", value: "a😀c", matches: true, because: "one code point may be two units" },
  { glob: "a??c", value: "a😀c", matches: false, because: "two code points are not one" },
  { glob: "?", value: "", matches: false, because: "one code point is not none" },
  { glob: "*??", value: "😀", matches: false, because: "counted from the end as well" },
  { glob: "*?", value: "x😀", matches: true, because: "the last code point is whole" },
  { glob: "a*b*c", value: "axxbxxc", matches: true, because: "the pieces stand in order" },
  { glob: "a*b*c", value: "axxcxxb", matches: false, because: "in this order only" },
  { glob: "ab*bc", value: "abc", matches: false, because: "pieces do not overlap" },
  { glob: "*ab*b", value: "ab", matches: false, because: "at the end neither" },
  { glob: "*a?c*", value: "abbabc", matches: true, because: "a later place counts" },
  {
    glob: "*\\appdata\\*.exe",
    value: "C:\\AppData\\Local\\x.EXE",
    matches: true,
    because: "the end follows the modifier",
  },
  { glob: "c:\\*\\x*", value: "C:\\Users\\x\\y", matches: true, because: "so does the start" },
  { glob: "οδος", value: "ΟΔΟΣ", matches: true, because: "final sigma is sigma" },
  { glob: "*ος*x", value: "ΟΔΟΣ X", matches: true, because: "in a piece as well" },
  { glob: "*οσ", value: "ΟΔΟΣ", matches: true, because: "whichever sigma the author wrote" },
  { glob: "key", value: "\u212aEY", matches: true, because: "the Kelvin sign hides nothing" },
  { glob: "*ss*", value: "straße", matches: false, because: "sharp s is one letter" },
  { glob: "i", value: "İ", matches: false, because: "dotted capital I is another letter" },
  { glob: "İ?", value: "İx", matches: true, because: "but equals itself" },
  { glob: "4688", value: 4688, matches: true, because: "a number has its decimal text" },
  { glob: "46*", value: 4688, matches: true, because: "wildcards work on it" },
  { glob: "1000000000000000000000", value: 1e21, matches: true, because: "the text has no exponent" },
  { glob: "0.5", value: 0.5, matches: true, because: "a fraction has a point" },
  { glob: "0", value: -0, matches: true, because: "there is one zero" },
  { glob: "true", value: true, matches: true, because: "a boolean has its word" },
  { glob: "TRUE", value: true, matches: true, because: "in any case" },
  { glob: "null", value: null, matches: false, because: "null has no word" },
  { glob: "b", value: ["a", null, "B"], matches: true, because: "any member may match" },
  { glob: "ab", value: ["a", "b"], matches: false, because: "members are not joined" },
])("$glob on $value: $matches, because $because", ({ glob, value, matches }) => {
  expect(matchesField({ kind: "string", parts: parts(glob), cased: false }, value)).toBe(matches);
});

test.each<Row>([
  { glob: "aBc", value: "aBc", matches: true, because: "it is the same" },
  { glob: "aBc", value: "abc", matches: false, because: "case counts" },
  { glob: "*B*", value: "aBc", matches: true, because: "it works in the middle" },
  { glob: "*B?", value: "abc", matches: false, because: "it works with wildcards" },
  { glob: "TRUE", value: true, matches: false, because: "the word of a boolean is in lower case" },
  { glob: "*", value: null, matches: false, because: "null is no text" },
])("cased $glob on $value: $matches, because $because", ({ glob, value, matches }) => {
  expect(matchesField({ kind: "string", parts: parts(glob), cased: true }, value)).toBe(matches);
});
