import { expect, test } from "vitest";
import { openEnd, openStart, parseWildcards } from "../../src/sigma/wildcards.ts";
import { showParts } from "./expression.ts";

const raw = String.raw;

test.each([
  { value: raw`a`, parts: "a", because: "text is text" },
  { value: raw``, parts: "", because: "an empty value matches the empty text only" },
  { value: raw`*`, parts: "…", because: "a star is any run" },
  { value: raw`?`, parts: "¿", because: "a question mark is any one" },
  { value: raw`a*b?c`, parts: "a…b¿c", because: "wildcards stand anywhere" },
  { value: raw`**`, parts: "…", because: "two runs are one" },
  { value: raw`*?*`, parts: "…¿…", because: "a run, one and a run are not one run" },
  { value: raw`\*`, parts: "*", because: "an escaped star is a star" },
  { value: raw`\?`, parts: "?", because: "an escaped question mark is one" },
  { value: raw`\\*`, parts: raw`\…`, because: "an escaped backslash leaves the star its meaning" },
  { value: raw`\\\*`, parts: raw`\*`, because: "a backslash and a star" },
  { value: raw`\\\\*`, parts: raw`\\…`, because: "two backslashes and a run" },
  { value: raw`\ `.trim(), parts: "\\", because: "a backslash at the end is itself" },
  { value: raw`\\`, parts: "\\", because: "an escaped backslash is one" },
  { value: raw`\\\\`, parts: raw`\\`, because: "two escaped backslashes are two" },
  { value: raw`\\\ `.trim(), parts: raw`\\`, because: "an escaped backslash and one at the end" },
  { value: raw`\srv`, parts: raw`\srv`, because: "a backslash before a letter is itself" },
  { value: raw`\\srv`, parts: raw`\srv`, because: "both spellings mean the same" },
  { value: raw`\\\\srv\share`, parts: raw`\\srv\share`, because: "a UNC prefix takes four" },
  {
    value: raw`C:\Users\*\x`,
    parts: raw`C:\Users*\x`,
    because: "the star after one backslash is a star: a frequent mistake",
  },
  { value: raw`C:\Users\\*\x`, parts: raw`C:\Users\…\x`, because: "this is what was meant" },
  { value: "a\n*", parts: "a\n…", because: "a line break is a character as any other" },
  { value: "\u{1F600}?", parts: "\u{1F600}¿", because: "so is one outside the basic plane" },
])("the value $value is $parts: $because", ({ value, parts }) => {
  expect(showParts(parseWildcards(value))).toBe(parts);
});

test.each([
  { value: "a", opened: "…a…" },
  { value: "*a*", opened: "…a…" },
  { value: "?a?", opened: "…¿a¿…" },
  { value: raw`\*a\*`, opened: "…*a*…" },
  { value: "", opened: "…" },
  { value: "*", opened: "…" },
])("the value $value becomes $opened when it may stand anywhere", ({ value, opened }) => {
  expect(showParts(openEnd(openStart(parseWildcards(value))))).toBe(opened);
});
