import { expect, test } from "vitest";
import { blamed, parse, ruleText, soundRule } from "./ruleWith.ts";

const sound = ruleText("selection:\n  Image: cmd.exe\ncondition: selection");

test("a rule has its metadata", () => {
  const text = `${sound}
id: 9a7afa56-4762-43eb-807d-c3dc9ffe211b
name: a_rule
status: experimental
level: medium
description: |
  What it finds
  and why.
author: An author
date: 2022-01-07
modified: 2023-02-08
license: Apache-2.0
taxonomy: ecs
related:
  - {id: 6c82cf5c-090d-4d57-9188-533577631108, type: derived}
  - id: another
    type: similar
scope: [server, workstation]
references:
  - https://example.org/1
  - https://example.org/2
falsepositives: Scripts
fields: [Image, User]
tags:
  - attack.execution
  - attack.t1059.001
custom:
  anything: goes
severity_score: 0x10
a list: [1.5, ~, yes, true, {__proto__: x}, 18446744073709551616]
`;
  const rule = soundRule(text);
  expect(rule).toMatchObject({
    kind: "rule",
    title: "A rule",
    id: "9a7afa56-4762-43eb-807d-c3dc9ffe211b",
    name: "a_rule",
    status: "experimental",
    level: "medium",
    description: "What it finds\nand why.\n",
    author: "An author",
    date: "2022-01-07",
    modified: "2023-02-08",
    license: "Apache-2.0",
    taxonomy: "ecs",
    related: [
      { id: "6c82cf5c-090d-4d57-9188-533577631108", type: "derived" },
      { id: "another", type: "similar" },
    ],
    scope: ["server", "workstation"],
    references: ["https://example.org/1", "https://example.org/2"],
    falsePositives: ["Scripts"],
    fields: ["Image", "User"],
    logsource: { product: "windows" },
  });
  expect(rule.tags.map(({ span }) => text.slice(span.start, span.end))).toEqual([
    "attack.execution",
    "attack.t1059.001",
  ]);
  expect(rule.custom).toEqual(
    new Map<string, unknown>([
      ["custom", { anything: "goes" }],
      ["severity_score", 16],
      ["a list", [1.5, null, "yes", true, JSON.parse('{"__proto__": "x"}'), "18446744073709551616"]],
    ]),
  );
});

test("what the author does not say is absent", () => {
  const rule = soundRule(`${sound}\nid:\nlevel: ~\nreferences: null`);
  expect(Object.keys(rule).toSorted()).toEqual([
    "custom",
    "detection",
    "falsePositives",
    "fields",
    "kind",
    "logsource",
    "references",
    "related",
    "scope",
    "span",
    "tags",
    "title",
  ]);
});

test("a logsource may be empty, and may have keys of its own", () => {
  const { logsource } = soundRule(sound.replace("product: windows", "definition: any\n  vendor: {a: b}"));
  expect(logsource).toEqual({ definition: "any", span: logsource.span });
  expect(blamed(sound.replace("logsource:\n  product: windows", "logsource: {}"))).toEqual([]);
});

test.each([
  { line: "id: 5", blame: "wrong-type: 5" },
  { line: "author: true", blame: "wrong-type: true" },
  { line: "date: [a]", blame: "wrong-type: [a]" },
  { line: "description: {a: b}", blame: "wrong-type: {a: b}" },
  { line: "references: {a: b}", blame: "wrong-type: {a: b}" },
  { line: "references: [a, {b: c}]", blame: "wrong-type: {b: c}" },
  { line: "falsepositives: 1.5", blame: "wrong-type: 1.5" },
  { line: "fields: a", blame: "wrong-type: a" },
  { line: "tags: [a, ~]", blame: "wrong-type: ~" },
  { line: "status: Test", blame: "unknown-status: Test" },
  { line: "status: ''", blame: "unknown-status: ''" },
  { line: "level: severe", blame: "unknown-level: severe" },
  { line: "scope: server", blame: "wrong-type: server" },
  { line: "taxonomy: 1", blame: "wrong-type: 1" },
  { line: "related: {id: a, type: derived}", blame: "wrong-type: {id: a, type: derived}" },
  { line: "related: [a]", blame: "wrong-type: a" },
  { line: "related: [{id: 5, type: derived}]", blame: "wrong-type: 5" },
  { line: "related: [{id: a, type: copied}]", blame: "unknown-relation: copied" },
  { line: "related: [{id: a}]", blame: "missing-key: {id: a}" },
  { line: "related: [{typ: derived, id: a}]", blame: "missing-key: typ" },
  { line: `id: ${"x".repeat(256)}`, blame: `too-long: ${"x".repeat(256)}` },
  { line: `name: ${"x".repeat(257)}`, blame: `too-long: ${"x".repeat(257)}` },
  { line: String.raw`name: "a\0b"`, blame: String.raw`invalid-character: "a\0b"` },
])("the line `$line` blames $blame", ({ line, blame }) => {
  expect(blamed(`${sound}\n${line}`)).toEqual([blame]);
});

test.each([
  { key: "title", without: sound.replace("title: A rule\n", ""), blame: "missing-key: logsource" },
  { key: "title", without: sound.replace("A rule", "' '"), blame: "missing-key: title" },
  { key: "logsource", without: sound.replace("logsource:\n  product: windows\n", ""), blame: "missing-key: title" },
  { key: "detection", without: sound.slice(0, sound.indexOf("detection")), blame: "missing-key: title" },
  { key: "condition", without: sound.replace("\n  condition: selection", ""), blame: "missing-key: detection" },
])("a rule without $key blames $blame", ({ without, blame }) => {
  expect(blamed(without)).toEqual([blame]);
  expect(parse(without).rules).toEqual([]);
});

test("the length of a title is counted in characters", () => {
  const title = (length: number): string => sound.replace("A rule", "\u{1F600}".repeat(length));
  expect(blamed(title(256))).toEqual([]);
  expect(parse(title(257)).problems.map(({ code }) => code)).toEqual(["too-long"]);
});
