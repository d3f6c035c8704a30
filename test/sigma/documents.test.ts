import { expect, test } from "vitest";
import { blamed, parse, ruleText, soundRule } from "./ruleWith.ts";

const sound = ruleText("selection:\n  Image: cmd.exe\ncondition: selection");
const titled = (title: string): string => sound.replace("A rule", title);

test.each([
  { broken: "title: 'never closed", because: "a quote is open" },
  { broken: "title: [never closed", because: "a bracket is open" },
  { broken: "title: a: b", because: "it is not YAML" },
  { broken: "title: |\n\ttab", because: "it is indented by a tab" },
  { broken: "- a list", because: "it is not a map" },
  { broken: "text", because: "it is a scalar" },
  { broken: "title: x", because: "it lacks its sections" },
  { broken: "correlation: {}", because: "it is an empty correlation" },
  { broken: "filter: {}", because: "it is an empty filter" },
])("one broken document leaves the others: $because", ({ broken }) => {
  const { rules, problems } = parse([titled("First"), broken, titled("Last")].join("\n---\n"));
  expect(rules.map(({ title }) => title)).toEqual(["First", "Last"]);
  expect(problems.length).toBeGreaterThan(0);
});

test.each([
  { text: "", because: "it is empty" },
  { text: " \n\n", because: "it is blank" },
  { text: "# comment\n", because: "there is only a comment" },
  { text: "---\n---\n...\n", because: "there are only markers" },
])("a text without a document is a problem: $because", ({ text }) => {
  expect(parse(text).problems.map(({ code }) => code)).toEqual(["no-document"]);
});

test("empty documents between others do not count", () => {
  expect(parse(`---\n---\n${sound}\n---\n# end\n`)).toMatchObject({ rules: [{ title: "A rule" }], problems: [] });
});

test("the span of a rule is a text that gives the same rule", () => {
  const text = `# head\n${titled("First")}\n--- # second\n  ${titled("Second").replaceAll("\n", "\n  ")}\n...\n`;
  const { rules } = parse(text);
  const texts = rules.map(({ span }) => text.slice(span.start, span.end));
  expect(texts[0]).toBe(`# head\n${titled("First")}`);
  expect(texts.map((part) => soundRule(part).title)).toEqual(["First", "Second"]);
});

test("problems come in the order of the text", () => {
  const text = `level: no\nstatus: no\n${sound.replace("Image:", "Image|no:")}\ntags: no`;
  expect(blamed(text)).toEqual(["unknown-level: no", "unknown-status: no", "unknown-modifier: no", "wrong-type: no"]);
});

test("ten mistakes of a rule are ten problems, each at its place", () => {
  const text = [
    "title: 5",
    "status: testing",
    "level: hi",
    "tags: attack.t1059",
    "logsource: {product: [windows]}",
    "detection:",
    "  one: {Image|contain: a, User|contains|re: b, Ip|cidr: c, Line|re: '('}",
    "  two: []",
    "  condition: one and thre",
  ].join("\n");
  expect(blamed(text)).toEqual([
    "wrong-type: 5",
    "unknown-status: testing",
    "unknown-level: hi",
    "wrong-type: attack.t1059",
    "wrong-type: [windows]",
    "unknown-modifier: contain",
    "several-operators: re",
    "invalid-cidr: c",
    "invalid-regex: '('",
    "empty-selection: []",
    "unknown-selection: thre",
  ]);
});

test("a text of 1 MiB is read, a larger one is a problem", () => {
  const padded = (length: number): string => `${sound}\n#${"x".repeat(length - sound.length - 2)}`;
  expect(blamed(padded(1_048_576))).toEqual([]);
  expect(blamed(padded(1_048_577))).toEqual(["source-too-large: "]);
});

test("of more than 1,000 problems the first 1,000 are listed, and how many are left out", () => {
  const { problems } = parse("--- []\n".repeat(1_500));
  expect(problems.length).toBe(1_001);
  expect(problems.at(-1)).toMatchObject({ code: "too-many-problems", message: "there are 500 problems more" });
});
