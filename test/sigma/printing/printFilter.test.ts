import { expect, test } from "vitest";
import { parseSigma, parseWildcards, printFilter } from "../../../src/sigma/index.ts";
import { escapeWildcards } from "../../../src/sigma/wildcards.ts";

test.each([
  { text: "plain" },
  { text: "C:\\Windows\\*.exe" },
  { text: "\\\\server\\share\\" },
  { text: "a\\\\b\\?c\\" },
  { text: "*?\\*\\\\*" },
])("a text that is escaped means itself: $text", ({ text }) => {
  expect(parseWildcards(escapeWildcards(text))).toEqual([{ kind: "literal", text }]);
});

test("a filter is written as it would be read", () => {
  const yaml = printFilter({
    title: "Exception: of 'this'",
    id: "00000000-0000-4000-8000-000000000001",
    description: "Hides.",
    logsource: { product: "windows", category: "process_creation" },
    rules: ["9a7afa56-4762-43eb-807d-c3dc9ffe211b"],
    fields: [
      { field: "Image", values: ["C:\\Tools\\a*.exe"] },
      { field: "EventID", values: [1] },
      { field: "Parent", values: [null, "yes", "12"] },
    ],
  });
  expect(yaml).toBe(`title: 'Exception: of ''this'''
id: 00000000-0000-4000-8000-000000000001
description: Hides.
logsource:
  product: windows
  category: process_creation
filter:
  rules:
    - 9a7afa56-4762-43eb-807d-c3dc9ffe211b
  selection:
    Image: C:\\Tools\\a\\*.exe
    EventID: 1
    Parent:
      - null
      - 'yes'
      - '12'
  condition: not selection
`);
  const { filters, problems } = parseSigma({ name: "filter.yml", text: yaml });
  expect(problems).toEqual([]);
  expect(filters).toMatchObject([{ rules: [{ text: "9a7afa56-4762-43eb-807d-c3dc9ffe211b" }] }]);
});
