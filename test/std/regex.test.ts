import { expect, test } from "vitest";
import { compileRegex, inspectRegex, type Regex, regexCost } from "../../src/std/index.ts";

const plain = { ignoreCase: false, multiline: false, dotAll: false };

function compile(source: string, flags = plain): Regex {
  const result = compileRegex(source, flags);
  if (!result.ok) throw new Error(result.reason);
  return result.regex;
}

test.each([
  { source: "b.d", text: "abcde", found: true, because: "the search is unanchored" },
  { source: "B.D", text: "abcde", found: false, because: "case counts" },
  { source: "(?i)B.D", text: "abcde", found: true, because: "inline flags are understood" },
  { source: "a.b", text: "a\nb", found: false, because: "a dot is no line break" },
  { source: "a.b", text: "a\rb", found: true, because: "only LF is a line break" },
  { source: "^.$", text: "😀", found: true, because: "a dot is one code point" },
  { source: "^b$", text: "a\nb", found: false, because: "anchors are the text's ends" },
  { source: "b$", text: "b\n", found: false, because: "the end is the very end" },
  { source: "\\w", text: "é", found: false, because: "word characters are ASCII" },
  { source: "", text: "", found: true, because: "nothing is found everywhere" },
  {
    source: "C:\\\\Users\\\\[^\\\\]+\\.exe",
    text: "C:\\Users\\x.exe",
    found: true,
    because: "escapes are the regex's own",
  },
])("/$source/ in $text is $found: $because", ({ source, text, found }) => {
  expect(compile(source).test(text)).toBe(found);
});

test.each([
  { flags: { ...plain, ignoreCase: true }, source: "ABC", text: "xabcx" },
  { flags: { ...plain, multiline: true }, source: "^b$", text: "a\nb\nc" },
  { flags: { ...plain, dotAll: true }, source: "a.b", text: "a\nb" },
])("the flag is needed and works: $flags", ({ flags, source, text }) => {
  expect(compile(source).test(text)).toBe(false);
  expect(compile(source, flags).test(text)).toBe(true);
});

test.each([
  { source: "a(?=b)", reason: "look-ahead (`(?=`) is not supported" },
  { source: "a(?!b)", reason: "negative look-ahead (`(?!`) is not supported" },
  { source: "(?<=a)b", reason: "look-behind (`(?<=`) is not supported" },
  { source: "(?<!a)b", reason: "negative look-behind (`(?<!`) is not supported" },
  { source: "(a)\\1", reason: "a back-reference (`\\1`) is not supported" },
  { source: "(?<n>a)\\k<n>", reason: "a back-reference (`\\k`) is not supported" },
  { source: "(?P<n>a)(?P=n)", reason: "a reference to a named group (`(?P`) is not supported" },
  { source: "(?>a)", reason: "an atomic group (`(?>`) is not supported" },
  { source: "(?(1)a|b)", reason: "a conditional group (`(?(`) is not supported" },
  { source: "(?R)", reason: "recursion (`(?R`) is not supported" },
  { source: "(?#a)", reason: "a comment group (`(?#`) is not supported" },
  { source: "a++", reason: "a possessive quantifier (`++`) is not supported" },
  { source: "a{2}+", reason: "a possessive quantifier (`{2}+`) is not supported" },
  { source: "a**", reason: "a repetition of a repetition: `**`" },
  { source: "a{5,2}", reason: "a repetition that is out of order or above 1000: `{5,2}`" },
  { source: "a{2000}", reason: "the regular expression is too large once its repetitions are unfolded" },
  { source: "[b-a]", reason: "an unknown or reversed character range: `b-a`" },
  { source: "a\\", reason: "a backslash at the end" },
  { source: "a)", reason: "a closing parenthesis without its opening one: `a)`" },
  { source: "(a", reason: "a group that is never closed: `(a`" },
  { source: "[a", reason: "a character class that is never closed: `[a`" },
  { source: "\\q", reason: "unknown escape sequence: `\\q`" },
  { source: "*", reason: "a repetition of nothing: `*`" },
  { source: "(".repeat(5_000) + ")".repeat(5_000), reason: "the regular expression is nested too deeply" },
  { source: "a".repeat(10_001), reason: "the regular expression is longer than 10000 characters" },
  {
    source: "[\\p{L}\\p{N}]".repeat(6),
    reason: "the regular expression is too large once its repetitions are unfolded",
  },
  {
    source: "(abcdefghijklmnopqrstuvwxyz){999}",
    reason: "the regular expression is too large once its repetitions are unfolded",
  },
])("it is refused: $reason", ({ source, reason }) => {
  expect(compileRegex(source, plain)).toEqual({ ok: false, reason });
});

test.each([
  { source: "a".repeat(1_200), ok: true },
  { source: "a".repeat(1_201), ok: false },
  { source: "^x.{1000}y", ok: true },
  { source: "(?:ab){600}", ok: true },
  { source: "(?:ab){601}", ok: false },
  { source: "(?:a{30}){30}", ok: true },
  { source: "(?:ab{30}){30}b{300}", ok: false },
  { source: "(.){1000,}", ok: true },
])("the limit is 1,200 instructions: $source is taken: $ok", ({ source, ok }) => {
  expect(inspectRegex(source).ok).toBe(ok);
});

test.each([
  { source: ".{3,}", text: "ab\ncd", flags: plain, found: false, because: "a line break ends the run" },
  { source: ".{3,}", text: "ab\nc😀e", flags: plain, found: true, because: "a run may be anywhere" },
  { source: ".{3,}", text: "a😀", flags: plain, found: false, because: "code points are counted" },
  { source: "((.)){2}", text: "ab", flags: plain, found: true, because: "groups change nothing" },
  { source: ".{3}", text: "ab\ncd", flags: { ...plain, dotAll: true }, found: true, because: "unless a dot is one" },
  { source: "(?s:.){3}", text: "\n\n\n", flags: plain, found: true, because: "here too" },
  { source: ".*", text: "", flags: plain, found: true, because: "no run is needed" },
  { source: ".{2,}?", text: "ab", flags: plain, found: true, because: "a lazy run is as long" },
  { source: "^.{2}", text: "\nab", flags: plain, found: false, because: "an anchor is no run" },
])("/$source/ in $text is $found: $because", ({ source, text, flags, found }) => {
  expect(compile(source, flags).test(text)).toBe(found);
});

test.each([
  "x{999}",
  "\\pL",
  "a*********",
  "(((",
  "[",
  "x{99999999999}{99999999999}",
  "(a".repeat(5_000),
  "\\x{FFFFFFFF}",
])("%s has a cost, sound or not", (source) => {
  expect(regexCost(source)).toBeGreaterThanOrEqual(50);
  expect(regexCost(source)).toBeLessThanOrEqual(1_250);
});
