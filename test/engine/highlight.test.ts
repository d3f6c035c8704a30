import { expect, test } from "vitest";
import { highlight } from "../../src/engine/index.ts";
import { type Fields, makeEvent } from "./makeEvent.ts";
import { makeRule, matchRule } from "./matchRule.ts";

interface Row {
  readonly item: string;
  readonly value: Fields[string];
  readonly parts: readonly string[];
  readonly because: string;
}

const text = (value: string, ranges: readonly { start: number; end: number }[]) =>
  ranges.map(({ start, end }) => value.slice(start, end));

test.each<Row>([
  { item: "A: cmd", value: "CMD", parts: ["CMD"], because: "an equal value is all of it" },
  { item: "A|contains: Mail", value: "Send-MAILMessage", parts: ["MAIL"], because: "a part, in the value's spelling" },
  { item: "A|contains: a", value: "banana", parts: ["a"], because: "the first place is enough for a match" },
  { item: "A|startswith: C:\\Temp", value: "c:\\temp\\x", parts: ["c:\\temp"], because: "the beginning" },
  { item: "A|endswith: a", value: "a b a", parts: ["a"], because: "the end, and not the same text before it" },
  { item: "A: '*\\net*.exe'", value: "C:\\net\\net1.exe", parts: ["\\net", ".exe"], because: "the text between runs" },
  { item: "A: 'a?c*'", value: "abcd", parts: ["abc"], because: "one character belongs to its piece" },
  { item: "A: 'a?c*'", value: "a😀cd", parts: ["a😀c"], because: "of two units as well" },
  { item: "A|cased|contains: B", value: "abB", parts: ["B"], because: "letter case counts with cased" },
  { item: "A|contains: ı", value: "İİıx", parts: ["ı"], because: "folding moves no place" },
  { item: "A|contains: SS", value: "ẞſs", parts: ["ſs"], because: "long s folds to s" },
  { item: "A|contains: [x, b, c]", value: "abc", parts: ["b", "c"], because: "each value that matches is an entry" },
  { item: "A|contains|all: [b, a]", value: "abc", parts: ["b", "a"], because: "so with all" },
  { item: "A|re: b+c", value: "abbbcbc", parts: ["bbbc"], because: "what an expression matches first" },
  { item: "A|re|i: B$", value: "bab", parts: ["b"], because: "flags and ends count" },
  { item: "A|re: x*", value: "abc", parts: [], because: "nothing is no place" },
  { item: "A|windash|contains: ' -enc'", value: "p /enc x", parts: [" /enc"], because: "any dash" },
  {
    item: "A|base64offset|contains: hello",
    value: "eHhoZWxsbyE=",
    parts: ["oZWxsb"],
    because: "the alignment that is there",
  },
  { item: "A|wide|base64offset|contains: ab", value: "YQBiAA==", parts: ["YQBiA"], because: "of wide characters too" },
  { item: "A|cidr: 10.0.0.0/8", value: "10.1.2.3", parts: ["10.1.2.3"], because: "an address is one thing" },
  { item: "A: 4688", value: 4688, parts: ["4688"], because: "so is a number" },
  { item: "A|gte: 5", value: "17", parts: ["17"], because: "and one that is compared" },
  { item: "A: true", value: true, parts: ["true"], because: "and a boolean" },
  { item: "A|hour: 3", value: "2026-01-01T03:00:00Z", parts: ["2026-01-01T03:00:00Z"], because: "and a time" },
  { item: "A|fieldref: B", value: "same", parts: ["same"], because: "two equal fields" },
  { item: "A|fieldref|contains: B", value: "the same", parts: [], because: "what the other field has is not told" },
  { item: "A|exists: true", value: "x", parts: [], because: "that it is there is asked, not what it is" },
  { item: "A: '*'", value: "x", parts: [], because: "anything is no place" },
  { item: "A: ''", value: "", parts: [], because: "there is nothing to show" },
  { item: "A|neq: y", value: "x", parts: [], because: "a negation has no value" },
])("$item finds $parts in $value: $because", ({ item, value, parts }) => {
  const detection = `s: { ${item} }\ncondition: s`;
  const evidence = matchRule(detection, makeEvent({ A: value, B: "same" }));
  expect(evidence).toBeDefined();
  const rule = makeRule(detection);
  expect(evidence?.flatMap((entry) => text(entry.value ?? "", highlight(rule, entry)))).toEqual(parts);
});

test.each([
  { keyword: "mail", value: "Send-MailMessage", parts: ["Mail"], because: "a text" },
  { keyword: "4688", value: "14688 4688", parts: ["4688"], because: "a number with no digit beside it" },
])("the keyword $keyword is found in $value: $because", ({ keyword, value, parts }) => {
  const detection = `k: [${keyword}]\ncondition: k`;
  const evidence = matchRule(detection, makeEvent({ Any: value }));
  const rule = makeRule(detection);
  expect(evidence?.flatMap((entry) => text(entry.value ?? "", highlight(rule, entry)))).toEqual(parts);
});

test.each([
  {
    item: "A|startswith: needle",
    excerpt: "hay needle hay",
    parts: ["needle"],
    because: "its ends are not the value's",
  },
  {
    item: "A: 'far*needle*hay'",
    excerpt: "x needle hay",
    parts: ["needle", "hay"],
    because: "some pieces lie outside",
  },
  { item: "A|re: needle", excerpt: "hay needle", parts: ["needle"], because: "an expression without ends" },
  { item: "A|re: ^hay", excerpt: "hay needle", parts: [], because: "it is not known where the value begins" },
])("$item finds $parts in an excerpt: $because", ({ item, excerpt, parts }) => {
  const rule = makeRule(`s: { ${item} }\ncondition: s`);
  const pattern = item.replace(/^.*: '?|'$/g, "");
  const entry = { selection: "s", field: "A", value: excerpt, pattern };
  expect(text(excerpt, highlight(rule, entry, true))).toEqual(parts);
});

test("a pattern that was kept by its beginning finds its value", () => {
  const long = `needle${"x".repeat(2_000)}`;
  const rule = makeRule(`s: { A|contains: [other, ${long}*] }\ncondition: s`);
  const entry = { selection: "s", field: "A", value: `a ${long}`, pattern: long.slice(0, 1_000) };
  expect(highlight(rule, entry)).toEqual([{ start: 2, end: 2 + long.length }]);
});

test("evidence of another text of the rule has no places", () => {
  const entry = { selection: "gone", field: "A", value: "x", pattern: "x" };
  expect(highlight(makeRule("s: { A: x }\ncondition: s"), entry)).toEqual([]);
});
