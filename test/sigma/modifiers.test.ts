import { expect, test } from "vitest";
import { showSelection } from "./expression.ts";
import { blamed, ruleText, soundRule } from "./ruleWith.ts";

const detection = (item: string): string => ruleText(`selection:\n  ${item}\ncondition: selection`);

const raw = String.raw;

test.each([
  { item: "F: a", pattern: "a", because: "without modifiers the whole value is compared" },
  { item: "F|contains: a", pattern: "…a…", because: "contains opens both ends" },
  { item: "F|startswith: a", pattern: "a…", because: "startswith opens the end" },
  { item: "F|endswith: a", pattern: "…a", because: "endswith opens the start" },
  { item: "F|contains: '*a*'", pattern: "…a…", because: "an end that is open stays as it is" },
  { item: "F|startswith: a*b", pattern: "a…b…", because: "wildcards inside stay active" },
  { item: raw`F|endswith: '\*'`, pattern: "…*", because: "an escaped star is text" },
  { item: "F|contains: ''", pattern: "…", because: "everything contains nothing" },
  { item: "F|cased: aB", pattern: "aB!", because: "cased minds letter case" },
  { item: "F|contains|cased: aB", pattern: "…aB…!", because: "behind an operator" },
  { item: "F|cased|contains: aB", pattern: "…aB…!", because: "and before it" },
  { item: "F|cased: 5", pattern: "#5", because: "a number has no letter case" },
  { item: "F: 4688", pattern: "#4688", because: "a plain number is a number" },
  { item: "F: '4688'", pattern: "4688", because: "in quotes it is text" },
  { item: "F: 0x1F3FFF", pattern: "#0x1F3FFF", because: "hexadecimal keeps its text" },
  { item: "F: 012", pattern: "#012", because: "so does a number with a leading zero" },
  { item: "F: 12345678901234567890", pattern: "#12345678901234567890", because: "and one beyond 2^53" },
  { item: "F|contains: 0x10", pattern: "…0x10…", because: "contains takes the text of a number" },
  { item: "F|endswith: 1.50", pattern: "…1.50", because: "as it is written" },
  { item: "F|contains: True", pattern: "…true…", because: "and that of a boolean" },
  { item: "F: True", pattern: "true", because: "a plain boolean is a boolean" },
  { item: "F: yes", pattern: "yes", because: "YAML 1.2 knows no yes" },
  { item: "F: ~", pattern: "null", because: "a tilde is null" },
  { item: "F|cased: null", pattern: "null", because: "null has no letter case" },
  { item: raw`F|re: '\\a\*.?'`, pattern: raw`/\\a\*.?/`, because: "a regular expression is taken as it is" },
  { item: "F|re|i: a", pattern: "/a/i", because: "i ignores letter case" },
  { item: "F|re|m|s: a", pattern: "/a/ms", because: "flags add up" },
  { item: "F|re|ignorecase|multiline|dotall: a", pattern: "/a/ims", because: "flags have long names" },
  { item: "F|re: 42", pattern: "/42/", because: "a number is a regular expression too" },
  { item: "F|re|cased: a", pattern: "/a/", because: "a regular expression minds letter case anyway" },
  { item: "F|cased|re|i: a", pattern: "/a/i", because: "cased before it changes nothing" },
  { item: "F|exists: true", pattern: "exists:true", because: "exists takes a boolean" },
  { item: "F|exists: 'false'", pattern: "exists:false", because: "also in quotes" },
  { item: "F|exists: [FALSE]", pattern: "exists:false", because: "also as a list of one" },
  { item: "F|cidr: 10.20.30.40/8", pattern: "10.0.0.0/8", because: "bits behind the prefix are cleared" },
  { item: "F|cidr: 192.168.0.1", pattern: "192.168.0.1/32", because: "an address is a network of one" },
  { item: "F|cidr: 'FE80:0::1'", pattern: "fe80::1/128", because: "also of IPv6, in canonical text" },
])("$item asks for $pattern: $because", ({ item, pattern }) => {
  const [key] = item.split(":");
  const [selection] = soundRule(detection(item)).detection.selections.values();
  expect(selection && showSelection(selection)).toBe(`(and ${key ?? ""}=${pattern})`);
});

test.each([
  { item: "F|contain: a", blame: ["unknown-modifier: contain"] },
  { item: "F|Contains: a", blame: ["unknown-modifier: Contains"] },
  { item: "F|not: a", blame: ["unknown-modifier: not"] },
  { item: "F|: a", blame: ["unknown-modifier: "] },
  { item: "F| contains: a", blame: ["unknown-modifier:  contains"] },
  { item: "F|foo|bar: a", blame: ["unknown-modifier: foo", "unknown-modifier: bar"] },
  { item: "F|contains|endswith: a", blame: ["several-operators: endswith"] },
  { item: "F|contains|contains: a", blame: ["several-operators: contains"] },
  { item: "F|re|contains: a", blame: ["several-operators: contains"] },
  { item: "F|cidr|re: a", blame: ["several-operators: re"] },
  { item: "F|i: a", blame: ["misplaced-flag: i"] },
  { item: "F|re|all|i: a", blame: ["misplaced-flag: i"] },
  { item: "F|cidr|cased: 10.0.0.0/8", blame: ["conflicting-modifiers: cased"] },
  { item: "F|exists|cased: true", blame: ["exists-not-alone: exists"] },
  { item: "F|exists|contains: true", blame: ["exists-not-alone: exists"] },
  { item: "F|exists: 1", blame: ["invalid-exists: 1"] },
  { item: "F|exists: null", blame: ["invalid-exists: null"] },
  { item: "F|exists: []", blame: ["invalid-exists: []"] },
  { item: "'|exists': true", blame: ["exists-without-field: exists"] },
  { item: "F|contains: null", blame: ["invalid-value: null"] },
  { item: "F|re: ~", blame: ["invalid-value: ~"] },
  { item: "F|re: ['a', '(']", blame: ["invalid-regex: '('"] },
  { item: "F|re: '(?=a)'", blame: ["invalid-regex: '(?=a)'"] },
  { item: "F|cidr: [10.0.0.0/8, 10.0.0]", blame: ["invalid-cidr: 10.0.0"] },
])("$item blames $blame", ({ item, blame }) => {
  expect(blamed(detection(item))).toEqual(blame);
});

const later = [
  "neq",
  "windash",
  "base64",
  "base64offset",
  "wide",
  "utf16le",
  "utf16be",
  "utf16",
  "lt",
  "lte",
  "gt",
  "gte",
];
const parts = ["fieldref", "expand", "minute", "hour", "day", "week", "month", "year"];

test.each([...later, ...parts])("the modifier %s is known, and not there yet", (modifier) => {
  expect(blamed(detection(`F|${modifier}|contains: a`))).toEqual([`unsupported-modifier: ${modifier}`]);
});
