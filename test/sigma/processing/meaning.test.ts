import { expect, test } from "vitest";
import { createRuleSet, match } from "../../../src/engine/index.ts";
import { type Event, normalise } from "../../../src/event/index.ts";
import { applyPipeline, type Pipeline, type Rule } from "../../../src/sigma/index.ts";
import { hasSigmahq, readRegressionCases, readRules } from "../../conformance/sigmahq.ts";
import { soundPipeline } from "./process.ts";

const prefixed = (name: string): string => `x.${name}`;
const bare = (name: string): string => (name.startsWith("x.") ? name.slice(2) : "");

/** The same event, its fields under other names. */
const prefixFields = (event: Event): Event => ({
  ...event,
  classification: event.classification,
  field: (name) => event.field(bare(name)),
  names: () => event.names().map(prefixed),
  ownNames: () => event.ownNames().map(prefixed),
  eachValue: (visit) => event.eachValue(visit),
  isParent: (name) => name === "x" || event.isParent(bare(name)),
});

/** The titles of the rules that match each event. */
function verdicts(rules: readonly Rule[], events: readonly Event[]): readonly (readonly string[])[] {
  const ruleSet = createRuleSet(rules.map((rule, index) => [`${index} ${rule.title}`, rule]));
  return events.map((event) => match(ruleSet, event).map(({ key }) => key));
}

const process = (pipeline: Pipeline, rules: readonly Rule[]): readonly Rule[] =>
  rules.map((rule) => {
    const { rule: made, problems } = applyPipeline(pipeline, rule);
    if (!made) throw new Error(`${rule.title}: ${JSON.stringify(problems)}`);
    return made;
  });

test.skipIf(!hasSigmahq).each([
  {
    steps: "- {type: field_name_prefix, prefix: x.}",
    seen: prefixFields,
    because: "rules and events use other names",
  },
  {
    steps: "- {type: regex, method: ignore_case_flag}",
    seen: (event: Event) => event,
    because: "a regular expression says the same as the string that it is made of",
  },
  {
    steps: String.raw`- {type: replace_string, regex: '^(.*)$', replacement: '\1'}
- {type: field_name_transform, transform_func: lower, field_name_conditions: [{type: include_fields, fields: []}]}
- {type: add_condition, conditions: {Channel: none}, negated: true}`,
    seen: (event: Event) => event,
    because: "nothing is changed that could be seen",
  },
])(
  "SigmaHQ's rules find the same in its events (skipped without ../shared/data): $because",
  { timeout: 600_000 },
  ({ steps, seen }) => {
    const written = [...readRules().values()].flatMap((parsed) => parsed.rules);
    const rules = process(soundPipeline("- {type: wildcard_placeholders}"), written);
    const events = readRegressionCases()
      .flatMap(({ records }) => records.map((record) => normalise(record)))
      .filter((_, index) => index % 4 === 0);
    const expected = verdicts(rules, events);
    expect(verdicts(process(soundPipeline(steps), rules), events.map(seen))).toEqual(expected);
    expect(expected.flat().length).toBeGreaterThan(50);
  },
);
