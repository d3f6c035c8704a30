import { expect, test } from "vitest";
import { compileRegex, type Regex } from "../../src/std/index.ts";

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
  { source: "a{2000}", reason: "a repetition that is out of order or above 1000: `{2000}`" },
  { source: "[b-a]", reason: "an unknown or reversed character range: `b-a`" },
  { source: "a\\", reason: "a backslash at the end" },
  { source: "a)", reason: "a closing parenthesis without its opening one: `a)`" },
  { source: "(a", reason: "a group that is never closed: `(a`" },
  { source: "[a", reason: "a character class that is never closed: `[a`" },
  { source: "\\q", reason: "unknown escape sequence: `\\q`" },
  { source: "*", reason: "a repetition of nothing: `*`" },
  { source: "(".repeat(5_000) + ")".repeat(5_000), reason: "expression nests too deeply" },
  { source: "a".repeat(10_001), reason: "the regular expression is longer than 10000 characters" },
  {
    source: "(abcdefghijklmnopqrstuvwxyz){999}",
    reason: "the regular expression is too large once its repetitions are unfolded",
  },
])("it is refused: $reason", ({ source, reason }) => {
  expect(compileRegex(source, plain)).toEqual({ ok: false, reason });
});
