import { section } from "./languageCase.ts";

const rule = (more = ""): string =>
  `title: R\nid: rule-id\nname: rule_name\nlogsource: { product: windows, category: process_creation }\n${more}` +
  "detection: { sel_a: { A: x }, sel_b: { B: y }, condition: 1 of sel_* }\n";
const filter = (body: string, logsource = "{ product: windows }"): string =>
  `---\ntitle: F\nlogsource: ${logsource}\nfilter:\n  ${body.replaceAll("\n", "\n  ")}\n`;

const declared = { product: "windows", categories: ["process_creation"] };
const admin = "selection: { User|startswith: adm_ }\ncondition: not selection";

/** Filters that narrow rules. */
export const filterCases = [
  ...section("Global filter: rules", [
    {
      because: "a filter hides what it excludes, by id",
      rule: rule() + filter(`rules: [rule-id]\n${admin}`),
      event: { A: "x", User: "adm_x" },
      declared,
      matches: false,
    },
    {
      because: "the rest goes on",
      rule: rule() + filter(`rules: [rule-id]\n${admin}`),
      event: { A: "x", User: "ann" },
      declared,
      matches: true,
    },
    {
      because: "a rule is named by its name as well",
      rule: rule() + filter(`rules: [rule_name]\n${admin}`),
      event: { A: "x", User: "adm_x" },
      declared,
      matches: false,
    },
    {
      because: "a title is no name",
      rule: rule() + filter(`rules: [R]\n${admin}`),
      event: { A: "x", User: "adm_x" },
      declared,
      matches: true,
    },
    {
      because: "other rules are left alone",
      rule: rule() + filter(`rules: [other]\n${admin}`),
      event: { A: "x", User: "adm_x" },
      declared,
      matches: true,
    },
    {
      because: "any rule may be meant",
      rule: rule() + filter(`rules: any\n${admin}`),
      event: { A: "x", User: "adm_x" },
      declared,
      matches: false,
    },
    { because: "rules are mandatory", rule: filter(admin), problem: "missing-key" },
    { because: "`rules` is a list", rule: filter(`rules: { a: b }\n${admin}`), problem: "wrong-type" },
  ]),
  ...section("Global filter: log source", [
    {
      because: "a filter for a part of the logsource is for the rule",
      rule: rule() + filter(`rules: any\n${admin}`, "{ category: process_creation }"),
      event: { A: "x", User: "adm_x" },
      declared,
      matches: false,
    },
    {
      because: "one for another is not",
      rule: rule() + filter(`rules: any\n${admin}`, "{ product: linux }"),
      event: { A: "x", User: "adm_x" },
      declared,
      matches: true,
    },
    {
      because: "one for more than the rule names is not",
      rule: rule() + filter(`rules: any\n${admin}`, "{ product: windows, service: sysmon }"),
      event: { A: "x", User: "adm_x" },
      declared,
      matches: true,
    },
  ]),
  ...section("Global filter: condition", [
    {
      because: "without `not` a filter is what must hold too",
      rule: rule() + filter("rules: any\nselection: { User|startswith: adm_ }\ncondition: selection"),
      event: { A: "x", User: "adm_x" },
      declared,
      matches: true,
    },
    {
      because: "and what lacks it is hidden",
      rule: rule() + filter("rules: any\nselection: { User|startswith: adm_ }\ncondition: selection"),
      event: { A: "x", User: "ann" },
      declared,
      matches: false,
    },
    {
      because: "a filter's pattern sees its own selections",
      rule: rule() + filter("rules: any\nsel_x: { User: adm }\nsel_y: { User: sys }\ncondition: not 1 of sel_*"),
      event: { A: "x", User: "ann" },
      declared,
      matches: true,
    },
    {
      because: "and any of them excludes",
      rule: rule() + filter("rules: any\nsel_x: { User: adm }\nsel_y: { User: sys }\ncondition: not 1 of sel_*"),
      event: { A: "x", User: "sys" },
      declared,
      matches: false,
    },
    {
      because: "a rule's pattern does not see a filter's",
      rule: rule() + filter("rules: any\nsel_z: { C: z }\ncondition: sel_z"),
      event: { C: "z" },
      declared,
      matches: false,
    },
    {
      because: "`them` is the filter's own",
      rule: rule() + filter("rules: any\none: { C: z }\ncondition: not all of them"),
      event: { A: "x", C: "z" },
      declared,
      matches: false,
    },
    {
      because: "each of a rule's conditions is narrowed",
      rule: rule().replace("condition: 1 of sel_*", "condition: [sel_a, sel_b]") + filter(`rules: any\n${admin}`),
      event: { B: "y", User: "adm_x" },
      declared,
      matches: false,
    },
    {
      because: "several filters all count",
      rule:
        rule() +
        filter(`rules: any\n${admin}`) +
        filter("rules: any\nselection: { Host: lab }\ncondition: not selection"),
      event: { A: "x", User: "ann", Host: "lab" },
      declared,
      matches: false,
    },
    { because: "a condition is mandatory", rule: filter("rules: any\nselection: { A: x }"), problem: "missing-key" },
    {
      because: "it names the filter's selections only",
      rule: rule() + filter("rules: any\nselection: { A: x }\ncondition: not sel_a"),
      problem: "unknown-selection",
    },
  ]),
];
