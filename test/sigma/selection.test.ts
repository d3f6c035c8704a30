import { expect, test } from "vitest";
import { showSelection } from "./expression.ts";
import { blamed, ruleText, soundRule } from "./ruleWith.ts";

const detection = (body: string): string =>
  ruleText(`selection:${body.includes("\n") ? body.replaceAll("\n", "\n  ") : ` ${body}`}\ncondition: selection`);

test.each([
  { body: "{Image: cmd.exe}", tree: "(and Image=cmd.exe)", because: "a map is an and" },
  { body: "{Image: a, User: b}", tree: "(and Image=a User=b)", because: "of all its items" },
  { body: "{Image: [a, b]}", tree: "(and Image=a,b)", because: "a list of values is an or" },
  { body: "{Image|all: [a, b]}", tree: "(and Image|all=a&b)", because: "linked by all it is an and" },
  { body: "{Image|all|contains: [a, b]}", tree: "(and Image|all|contains=…a…&…b…)", because: "wherever all stands" },
  { body: "{Image|all: a}", tree: "(and Image|all=a)", because: "one value may be linked by all" },
  {
    body: "{F|startswith: a, F|endswith: b}",
    tree: "(and F|startswith=a… F|endswith=…b)",
    because: "a field may come twice with other modifiers",
  },
  { body: "[{Image: a}, {User: b}]", tree: "(or (and Image=a) (and User=b))", because: "a list of maps is an or" },
  { body: "[{Image: a}]", tree: "(or (and Image=a))", because: "also of one" },
  { body: "[a, b]", tree: "=…a…,…b…", because: "a list of scalars is a list of keywords" },
  { body: "word", tree: "=…word…", because: "a scalar is a keyword" },
  { body: "'a*b?'", tree: "=…a…b¿…", because: "a keyword with wildcards is found inside too" },
  { body: "[1, true, a]", tree: "=#1,…true…,…a…", because: "a number stays a number, a boolean is its text" },
  {
    body: "[a, b, {Image: c}, d]",
    tree: "(or =…a…,…b… (and Image=c) =…d…)",
    because: "in a mixed list the scalars are keywords",
  },
  { body: "[[a, b], {Image: c}]", tree: "(or =…a…,…b… (and Image=c))", because: "lists can be nested" },
  { body: "[[[{Image: a}]]]", tree: "(or (or (or (and Image=a))))", because: "as deep as one likes" },
  { body: "{'': [a, b]}", tree: "(and =…a…,…b…)", because: "an empty field means keywords" },
  { body: "{'|all': [a, b]}", tree: "(and |all=…a…&…b…)", because: "with modifiers" },
  {
    body: "{'|contains|all': [a, 7]}",
    tree: "(and |contains|all=…a…&…7…)",
    because: "contains makes text of a number",
  },
  { body: "{'|startswith': a}", tree: "(and |startswith=a…)", because: "an operator keeps its anchor" },
  { body: "{'|cased': a}", tree: "(and |cased=…a…!)", because: "cased is no operator" },
  { body: "{'|re': 'a.b'}", tree: "(and |re=/a.b/)", because: "a regular expression is found anywhere" },
  { body: "{Image: }", tree: "(and Image=null)", because: "an empty value is null" },
  { body: "{Image: [a, null]}", tree: "(and Image=a,null)", because: "null may stand in a list" },
  { body: "{Image: ''}", tree: "(and Image=)", because: "the empty text is not null" },
  { body: "{4688: x}", tree: "(and 4688=x)", because: "a field may look like a number" },
  { body: "{a.b.c: x}", tree: "(and a.b.c=x)", because: "a field may be a path" },
  { body: "\n  Image: a\n  User: b", tree: "(and Image=a User=b)", because: "block style means the same" },
])("the selection $body is $tree: $because", ({ body, tree }) => {
  expect([...soundRule(detection(body)).detection.selections.values()].map(showSelection)).toEqual([tree]);
});

test.each([
  { body: "{}", blame: ["empty-selection: {}"] },
  { body: "[]", blame: ["empty-selection: []"] },
  { body: "[{Image: a}, []]", blame: ["empty-selection: []"] },
  { body: "", blame: ["empty-selection: "] },
  { body: "''", blame: ["empty-keyword: ''"] },
  { body: "[a, ~]", blame: ["empty-keyword: ~"] },
  { body: "{Image: []}", blame: ["empty-values: []"] },
  { body: "{Image: [a, [b]]}", blame: ["nested-value: [b]"] },
  { body: "{Image: {b: c}}", blame: ["nested-value: {b: c}"] },
  { body: "{Image: a, Image: b}", blame: ["duplicate-key: Image"] },
])("the selection $body blames $blame", ({ body, blame }) => {
  expect(blamed(detection(body))).toEqual(blame);
});

test("the selections are in the order of the text, without condition and timeframe", () => {
  const rule = soundRule(ruleText("z: x\ntimeframe: 10m\ncondition: z\na: x\n10: x"));
  expect([...rule.detection.selections.keys()]).toEqual(["z", "a", "10"]);
});

test("a value keeps its text as it was written", () => {
  const rule = soundRule(detection(String.raw`{Access: [0x1F3FFF, 007, "a\tb", 'C:\*', True, ~]}`));
  const item = rule.detection.selections.get("selection");
  const values = item?.kind === "and" && item.operands[0]?.kind === "item" ? item.operands[0].values : [];
  expect(values.map(({ text }) => text)).toEqual(["0x1F3FFF", "007", "a\tb", String.raw`C:\*`, "True", "null"]);
});

test("a field that is spelt like a property of objects is a field", () => {
  const rule = soundRule(detection("{__proto__: a, constructor: b}"));
  expect([...rule.detection.selections.values()].map(showSelection)).toEqual(["(and __proto__=a constructor=b)"]);
});

test("1,000 selections and 32 modifiers are read, more are a problem", () => {
  const selections = (count: number): string =>
    ruleText(`${Array.from({ length: count }, (_, index) => `s${index}: x`).join("\n")}\ncondition: 1 of them`);
  expect(blamed(selections(1_000))).toEqual([]);
  expect(blamed(selections(1_001)).length).toBe(1);
  const manyModifiers = blamed(detection(`{Image${"|all".repeat(32)}: a}`));
  expect(manyModifiers.filter((blame) => !blame.startsWith("repeated-modifier"))).toEqual([]);
  expect(blamed(detection(`{Image${"|all".repeat(33)}: a}`))).toEqual([`rule-too-large: Image${"|all".repeat(33)}`]);
});
