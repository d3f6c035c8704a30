import { detecting, section, selecting } from "./languageCase.ts";

const plain = "title: T\nlogsource: {}\ndetection:\n  s: { A: x }\n  condition: s\n";
const joined = (...documents: readonly string[]): string => documents.join("\n---\n");

/** The file, its documents, and what a rule says about itself. */
export const documentCases = [
  ...section("Yaml file", [
    { because: "a rule is YAML", rule: "title: [", problem: "yaml-syntax" },
    { because: "a key stands once", rule: detecting("s: { A: x, A: y }\ncondition: s"), problem: "duplicate-key" },
    { because: "what is not a map is no rule", rule: "- title", problem: "invalid-document" },
    { because: "a number is a number without quotes", rule: selecting("{ A: 10 }"), event: { A: 10 }, matches: true },
    { because: "a word such as yes is a string", rule: selecting("{ A: yes }"), event: { A: "yes" }, matches: true },
    { because: "yes is no boolean", rule: selecting("{ A: yes }"), event: { A: true }, matches: false },
    {
      because: "a leading zero makes no octal number",
      rule: selecting("{ A: 012 }"),
      event: { A: 10 },
      matches: false,
    },
    { because: "a hexadecimal number is a number", rule: selecting("{ A: 0x10 }"), event: { A: 16 }, matches: true },
    { because: "a date is a string", rule: selecting("{ A: 2024-01-02 }"), event: { A: "2024-01-02" }, matches: true },
    {
      because: "single quotes keep backslashes",
      rule: selecting(String.raw`{ A: 'a\b' }`),
      event: { A: "a\\b" },
      matches: true,
    },
    { because: "aliases would multiply a text", rule: selecting("{ A: &x y, B: *x }"), problem: "yaml-alias" },
  ]),
  ...section("File structure", [
    { because: "a title is mandatory", rule: plain.replace("title: T\n", ""), problem: "missing-key" },
    { because: "a logsource is mandatory", rule: plain.replace("logsource: {}\n", ""), problem: "missing-key" },
    { because: "a detection is mandatory", rule: "title: T\nlogsource: {}\n", problem: "missing-key" },
    { because: "a condition is mandatory", rule: detecting("s: { A: x }"), problem: "missing-key" },
    { because: "keys of one's own are allowed", rule: `${plain}ours: { any: thing }\n`, sound: true },
    {
      because: "several documents may stand in a file",
      rule: joined(plain.replace("A: x", "A: z"), plain),
      event: { A: "x" },
      matches: true,
    },
    { because: "a bad document leaves the others", rule: joined("title: T", plain), problem: "missing-key" },
  ]),
  ...section("Title", [
    {
      because: "256 characters are allowed",
      rule: plain.replace("title: T", `title: ${"t".repeat(256)}`),
      sound: true,
    },
    { because: "more are not", rule: plain.replace("title: T", `title: ${"t".repeat(257)}`), problem: "too-long" },
  ]),
  ...section("Identification", [
    { because: "a UUID is recommended, not demanded", rule: `id: mine\n${plain}`, sound: true },
    { because: "an id is text", rule: `id: [a]\n${plain}`, problem: "wrong-type" },
    {
      because: "a related rule has one of five types",
      rule: `related:\n${["derived", "obsolete", "merged", "renamed", "similar"].map((type) => `  - { id: x, type: ${type} }\n`).join("")}${plain}`,
      sound: true,
    },
    {
      because: "a related rule has no other type",
      rule: `related: [{ id: x, type: copied }]\n${plain}`,
      problem: "unknown-relation",
    },
    {
      because: "a related rule is named by its id",
      rule: `related: [{ type: similar }]\n${plain}`,
      problem: "missing-key",
    },
  ]),
  ...section("Status", [
    ...["stable", "test", "experimental", "deprecated", "unsupported"].map(
      (status) => ({ because: `${status} is a status`, rule: `status: ${status}\n${plain}`, sound: true }) as const,
    ),
    { because: "there are no others", rule: `status: done\n${plain}`, problem: "unknown-status" },
  ]),
  ...section("Level", [
    ...["informational", "low", "medium", "high", "critical"].map(
      (level) => ({ because: `${level} is a level`, rule: `level: ${level}\n${plain}`, sound: true }) as const,
    ),
    { because: "there are no others", rule: `level: severe\n${plain}`, problem: "unknown-level" },
  ]),
  ...section("Tags, fields, references, false positives, scope", [
    {
      because: "each is a list of strings",
      rule: `tags: [attack.t1059]\nfields: [A]\nreferences: [x]\nfalsepositives: [none]\nscope: [server]\n${plain}`,
      sound: true,
    },
    { because: "tags are no map", rule: `tags: { attack: t1059 }\n${plain}`, problem: "wrong-type" },
    { because: "an author is one text", rule: `author: [a, b]\n${plain}`, problem: "wrong-type" },
  ]),
  ...section("Logsource", [
    ...logsource("product: windows", { product: "windows" }, true, "a product selects all of its logs"),
    ...logsource("product: windows", { product: "linux" }, false, "another product's events are not looked at"),
    ...logsource("product: windows", { product: "Windows" }, true, "letter case does not count"),
    ...logsource("category: webserver", { categories: ["webserver"] }, true, "a category goes without product"),
    ...logsource("category: webserver", {}, false, "an event of no category is of none"),
    ...logsource("service: sshd", { product: "linux", service: "sshd" }, true, "a service goes without product"),
    ...logsource("product: a, service: b", { product: "a", service: "c" }, false, "all that is named must fit"),
    ...logsource(
      "product: a, category: b, service: c",
      { product: "a", categories: ["x", "b"], service: "c" },
      true,
      "an event may be of several categories",
    ),
    ...logsource("definition: audit all", {}, true, "a definition is prose"),
    ...logsource("product: a, ours: b", { product: "a" }, true, "elements of one's own are not evaluated"),
    {
      because: "a logsource is a map",
      rule: plain.replace("logsource: {}", "logsource: windows"),
      problem: "wrong-type",
    },
  ]),
  ...section("Collections: action", [
    {
      because: "a global document is part of the rules behind it",
      rule: joined("action: global\ntitle: T\nlogsource: {}", "detection: { s: { A: x }, condition: s }"),
      event: { A: "x" },
      matches: true,
    },
    {
      because: "what a rule says itself wins over the global document",
      rule: joined(
        "action: global\ntitle: T\nlogsource: {}\ndetection: { s: { A: y }, condition: s }",
        "detection: { s: { A: x } }",
      ),
      event: { A: "y" },
      matches: false,
    },
    {
      because: "a reset ends the global document",
      rule: joined(
        "action: global\ntitle: T\nlogsource: {}",
        "action: reset",
        "detection: { s: { A: x }, condition: s }",
      ),
      problem: "missing-key",
    },
    {
      because: "a repeat is the rule before it with changes",
      rule: joined(plain, "action: repeat\ndetection: { s: { A: y } }"),
      event: { A: "y" },
      matches: true,
    },
    { because: "there is no other action", rule: joined("action: copy", plain), problem: "invalid-action" },
    { because: "a repeat needs something to repeat", rule: "action: repeat\ntitle: U", problem: "lone-action" },
  ]),
];

function logsource(
  text: string,
  declared: { readonly product?: string; readonly categories?: readonly string[]; readonly service?: string },
  matches: boolean,
  because: string,
) {
  return [
    { because, rule: plain.replace("logsource: {}", `logsource: { ${text} }`), event: { A: "x" }, declared, matches },
  ];
}
