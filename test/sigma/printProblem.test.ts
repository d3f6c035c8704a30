import { expect, test } from "vitest";
import { locate, printProblem } from "../../src/sigma/index.ts";

const problem = { code: "some-code", severity: "warning", message: "it is wrong" } as const;

/** Prints a problem at `[` and `]`, which are taken out of the text. */
function print(marked: string, hint?: string): readonly string[] {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  const source = { name: "a.yml", text: marked.replace("[", "").replace("]", "") };
  return printProblem(source, { ...problem, span: { start, end }, ...(hint && { hint }) }).split("\n");
}

test.each([
  { text: "key: [value]", lines: ["a.yml:1:6", "key: value", "     ^^^^^"], because: "the span is underlined" },
  { text: "a\nb\nkey: [value]", lines: ["a.yml:3:6", "key: value", "     ^^^^^"], because: "lines count from 1" },
  { text: "a\r\n[b]\r\nc", lines: ["a.yml:2:1", "b", "^"], because: "a line ends with CR LF" },
  { text: "a\r[b]\rc", lines: ["a.yml:2:1", "b", "^"], because: "or with CR" },
  { text: "key:[]", lines: ["a.yml:1:5", "key:", "    ^"], because: "nothing has a place too" },
  { text: "key: [a\n  b]", lines: ["a.yml:1:6", "key: a", "     ^"], because: "the first line is shown" },
  { text: "\tkey: [a]", lines: ["a.yml:1:7", "\tkey: a", "\t     ^"], because: "a tab stays a tab" },
  {
    text: "\u{1F600}\u{1F600}[b]",
    lines: ["a.yml:1:3", "\u{1F600}\u{1F600}b", "  ^"],
    because: "a column is a character",
  },
  { text: "\u001B[[0m]", lines: ["a.yml:1:2", "\uFFFD[0m", " ^^^"], because: "a terminal is not steered" },
  {
    text: `${"a".repeat(200)}[b]${"c".repeat(200)}`,
    lines: ["a.yml:1:201", `…${"a".repeat(60)}b${"c".repeat(99)}…`, `${" ".repeat(61)}^`],
    because: "of a long line a part is shown",
  },
])("$text is printed with its place: $because", ({ text, lines }) => {
  const [place, line, carets] = lines;
  expect(print(text)).toEqual([`${place ?? ""}: warning[some-code]: it is wrong`, line, carets]);
});

test("the message does not steer the terminal either", () => {
  const source = { name: "a.yml", text: "a" };
  const printed = printProblem(source, { ...problem, message: "a\u001B[0m\nb", span: { start: 0, end: 1 } });
  expect(printed.split("\n")[0]).toBe("a.yml:1:1: warning[some-code]: a\uFFFD[0m\uFFFDb");
});

test("a hint comes last", () => {
  expect(print("[a]", "try b").at(-1)).toBe("hint: try b");
});

test.each([
  { text: "", offset: 0, place: { line: 1, column: 1 } },
  { text: "a\nb", offset: 1, place: { line: 1, column: 2 } },
  { text: "a\nb", offset: 2, place: { line: 2, column: 1 } },
  { text: "a\r\n\r\nb", offset: 5, place: { line: 3, column: 1 } },
  { text: "a\r\rb", offset: 3, place: { line: 3, column: 1 } },
  { text: "\u{1F600}b", offset: 2, place: { line: 1, column: 2 } },
])("the offset $offset is at $place", ({ text, offset, place }) => {
  expect(locate(text, offset)).toEqual(place);
});
