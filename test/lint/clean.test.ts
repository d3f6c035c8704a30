import { expect, test } from "vitest";
import { lintText } from "./lintText.ts";
import { ruleOf, ruleWhere, ruleWith } from "./rules.ts";

const network = { logsource: "{product: windows, category: network_connection}" };
const application = { logsource: "{product: windows, service: application}" };

test.each([
  { because: "nothing is wrong with it", text: ruleWith({}) },
  {
    because: "small words, files and numbers stay as they are",
    text: ruleWith({ title: "Use of 7-Zip via cmd.exe in CVE-2024-1234 from a /tmp Folder" }),
  },
  {
    because: "a word may begin with a small letter and go on with a capital",
    text: ruleWith({ falsepositives: "[iPhone backups, svchost.exe itself]" }),
  },
  {
    because: "usual words are no typos of each other",
    text: ruleWith({ falsepositives: "[Likely, Legitimately used tools]" }),
  },
  { because: "who found it out has no page for it", text: ruleWith({ references: "[Internal research]" }) },
  {
    because: "a permalink does not change",
    text: ruleWith({
      references:
        "[https://github.com/example/tools/blob/086eb73ee8b3e9996451b55cdd5f2f1976306eba/a.md, https://github.com/example/tools]",
    }),
  },
  {
    because: "ATT&CK's other pages have no tag",
    text: ruleWith({ references: "[https://attack.mitre.org/resources/versions/]" }),
  },
  { because: "a leap day is a day", text: ruleWith({ date: "2024-02-29", modified: "2026-11-23" }) },
  {
    because: "keys of one's own are free",
    text: ruleWith({ severity_of_ours: "5", regression_tests_path: "a.yml", tag: "b" }),
  },
  {
    because: "tags of each namespace",
    text: ruleWith({
      tags: "[attack.collection, attack.t1560, attack.g0007, attack.s0002, attack.ds0009, cve.2021-44228, car.2016-04-005, stp.3k, tlp.amber-strict, detection.dfir, d3fend.d3f-WindowsNtOpenFile]",
    }),
  },
  { because: "one tactic of a technique is enough", text: ruleWith({ tags: "[attack.persistence, attack.t1078]" }) },
  { because: "a tactic alone says something", text: ruleWith({ tags: "[attack.collection]" }) },
  {
    because: "a deprecated rule names its heir",
    text: ruleWith({ status: "deprecated", related: "[{id: 9a7afa56-4762-43eb-807d-c3dc9ffe211b, type: obsolete}]" }),
  },
])("$because", ({ text }) => {
  expect(lintText(text).printed).toBe("");
});

test.each([
  { because: "a category goes without its product", logsource: "{category: process_creation}" },
  {
    because: "the category of a web server has no product",
    logsource: "{category: webserver}",
    items: "cs-method: GET",
  },
  { because: "DetectQL knows the log", logsource: "{product: windows, service: sense}", items: "Anything: x" },
  { because: "a taxonomy of one's own", logsource: "{product: acme}", taxonomy: "acme" },
  {
    because: "the fields of the logsource are not listed",
    logsource: "{product: aws, service: cloudtrail}",
    items: "eventName: x",
  },
  {
    because: "every Windows event has it",
    logsource: "{product: windows, category: process_creation}",
    items: "Computer: x",
  },
  {
    because: "a hash of its own",
    logsource: "{product: windows, category: process_creation}",
    items: "Imphash: 'f34d5f2d4577ed6d9ceec516c1f5a744'",
  },
  {
    because: "the number tells events of the category apart",
    logsource: "{product: windows, category: registry_event}",
    items: "EventID: 12",
  },
  { because: "no category is like it", logsource: "{product: windows, service: security}", items: "EventID: 4624" },
  { because: "no one category has both", logsource: "{product: windows, service: sysmon}", items: "EventID: [1, 3]" },
  {
    because: "a log's equivalent of a category has fields of its own",
    logsource: "{product: windows, service: security, definition: the policy must be on}",
    items: "EventID: 5156\nSourcePort: 3389",
  },
  {
    because: "the definition says what is needed",
    logsource: "{product: windows, service: security, definition: the share must be audited}",
    items: "EventID: 5145",
  },
])("a logsource is right: $because", ({ logsource, items = "Image: x", taxonomy }) => {
  expect(lintText(ruleOf(items, { logsource, ...(taxonomy && { taxonomy }) })).printed).toBe("");
});

test.each([
  { because: "a share of any server", items: String.raw`CommandLine: '\\\*\IPC$'` },
  { because: "an option", items: "CommandLine|contains: ' -Filter \\*'" },
  {
    because: "an asterisk behind a backslash, as three backslashes say",
    items: String.raw`ParentCommandLine: 'C:\\Windows\\\*.bat'`,
  },
  { because: "asterisks around a word", items: "CommandLine|contains: '\\*defender\\*'" },
  { because: "a backslash and a wildcard", items: String.raw`Image: 'C:\Users\\*\7z.exe'` },
  { because: "blanks inside a text", items: "CommandLine|contains: ' -p '" },
  {
    because: "a blank where the field goes on",
    items: "CommandLine|startswith: '7z '\nParentCommandLine|endswith: ' -p'",
  },
  { because: "a wildcard in the middle", items: "CommandLine|contains: 'a*b'" },
  { because: "anything at all", items: "CommandLine: '*'" },
  { because: "wildcards that no modifier says", items: "CommandLine: 'a*b*'\nImage: ['*a', 'b*']" },
  { because: "letter case counts", items: "CommandLine|contains|cased: ['A', 'a', 'Ab']".replace("'Ab'", "'bc'") },
  { because: "letter case counts in expressions", items: "CommandLine|re: ['A+', 'a+']" },
  { because: "neither holds the other", items: "CommandLine|startswith: ['ab', 'b']\nImage|endswith: ['ab', 'a']" },
  { because: "one character is not two", items: "CommandLine|contains: ['a?b', 'a??b']" },
  { because: "a wildcard is more than one character", items: "CommandLine: ['a?c', 'a*c*d']" },
  { because: "an empty field is a value", items: "CommandLine: ['', 'a']" },
  { because: "null alone", items: "CommandLine: null" },
  { because: "the field is there", items: "User|neq: backup\nUser|exists: true" },
  { because: "the field is asked for otherwise", items: "User|neq: backup\nUser|startswith: 'b'" },
  { because: "all of some, any of others", items: "CommandLine|contains|all: [a, b]\nCommandLine|contains: [c, d]" },
  { because: "one value has a dash", items: "CommandLine|windash|contains: [' -p', 'foo-bar']" },
  { because: "letters have case", items: "CommandLine|contains|cased: 'a'" },
  { because: "a list of names", items: "User|contains: [AUTHORI, AUTORI]" },
  { because: "any hash of a kind", items: "Hashes|contains: 'IMPHASH='" },
  { because: "a hash in full", items: `Hashes|contains: 'md5=${"0a".repeat(16)}'` },
  { because: "a number in a text field", items: "Description: '2'" },
  { because: "quotes say that it is text", items: "Description: ['yes', '012', '12:30', '2026-05-04']" },
  { because: "a control character on purpose", items: 'CommandLine|contains: "\\tfoo"' },
  { because: "what is encoded has a wildcard's looks", items: "CommandLine|base64offset|contains|cased: 'abc'" },
  { because: "an expression", items: String.raw`CommandLine|re: ['a.c', '\d', '^a', 'a|b', '\bfoo']` },
  { because: "a dot, any number of times", items: String.raw`CommandLine|re: ['a\.*', '.*', '^.*a', 'a.*$', '[.*]']` },
  { because: "the flags have something to do", items: String.raw`CommandLine|re|i|m|s: ['^\x41.', '\d']` },
  { because: "a placeholder", items: "User|expand: '%Administrators%'" },
])("an item is right: $because", ({ items }) => {
  expect(lintText(ruleOf(items)).printed).toBe("");
});

test.each([
  {
    because: "a network begins with its first address",
    items: "DestinationIp|cidr: ['10.0.0.0/8', '10.1.2.3', 'fe80::/10', '::ffff:192.0.2.0/120']",
  },
  { because: "numbers are numbers", items: "DestinationPort: 443\nSourcePort|gte: 1024" },
])("an item of a connection is right: $because", ({ items }) => {
  expect(lintText(ruleOf(items, network)).printed).toBe("");
});

test.each([
  { because: "keywords are a list", detection: "keywords: ['password']\ncondition: keywords" },
  { because: "a short word beside others", detection: "keywords:\n  '|all': ['-p', '7z.exe']\ncondition: keywords" },
  {
    because: "patterns leave room",
    detection:
      "selection_a: {Image: a}\nfilter_main_a: {User: b}\ncondition: all of selection_* and not 1 of filter_main_*",
  },
  {
    because: "a filter in parentheses is excluded too",
    detection:
      "selection: {Image: a}\nfilter_main_a: {User: b}\nfilter_main_b: {User: c}\ncondition: selection and not (filter_main_a or filter_main_b)",
  },
  {
    because: "excluded once, asked for once",
    detection:
      "selection: {Image: a}\nfilter_main_a: {User: b}\ncondition: selection and (not filter_main_a or (filter_main_a and selection))",
  },
  { because: "them means all", detection: "a: {Image: a}\nb: {User: b}\ncondition: 1 of them" },
  { because: "a list of conditions uses each", detection: "a: {Image: a}\nb: {User: b}\ncondition: [a, b]" },
  {
    because: "names may look like operators",
    detection: "any_tool: {Image: a}\nnot_backup: {User: b}\ncondition: any_tool and not not_backup",
  },
  {
    because: "selections differ in a modifier",
    detection: "a: {Image|endswith: a}\nb: {Image|contains: a}\ncondition: a or b",
  },
])("a detection is right: $because", ({ detection }) => {
  expect(lintText(ruleWhere(detection, application)).printed).toBe("");
});

test("a filter and a correlation can be right, too", () => {
  const filter = `title: Backups of the House
id: 3b6a1d2c-5c1e-4f5b-8a6d-2f1e0c9b8a77
description: The account that makes the backups is known.
logsource: {product: windows, category: process_creation}
filter:
  rules: any
  selection: {User: backup}
  condition: not selection
`;
  const correlation = `title: Many Archives
id: 0d9b3a41-6a3f-4b7e-9f0a-7c5d4e3f2a11
correlation:
  type: temporal
  rules: [8f0f0c65-2e69-4a0f-9d5c-0f4a4f0d7c11, 9a7afa56-4762-43eb-807d-c3dc9ffe211b]
  group-by: [User]
  timespan: 5m
`;
  expect(lintText([filter, correlation].join("---\n")).printed).toBe("");
});
