import { expect, test } from "vitest";
import { createRuleSet, match } from "../../../src/engine/index.ts";
import { applyPipeline } from "../../../src/sigma/index.ts";
import { makeEvent } from "../../engine/makeEvent.ts";
import { processed, ruleOf, soundPipeline } from "./process.ts";

const mapping = "- {type: field_name_mapping, mapping: {A: a, B: [b, c], Gone: [], Same: Same, null: message}}";

test.each([
  { body: "{A: 1}", made: "(and a=#1)", because: "one name for one" },
  { body: "{A|contains|all: [x, y]}", made: "(and a|contains|all=…x…&…y…)", because: "modifiers and values stay" },
  { body: "{a: 1}", made: "(and a=#1)", because: "letter case counts, this is another field" },
  { body: "{Other: 1, Same: 2}", made: "(and Other=#1 Same=#2)", because: "others keep their names" },
  { body: "{B: 1}", made: "(and (or b=#1 c=#1))", because: "several names are alternatives" },
  { body: "{B: 1, A: 2}", made: "(and (or b=#1 c=#1) a=#2)", because: "alternatives of one item alone" },
  {
    body: "{B|contains|all: [x, y]}",
    made: "(and (or b|contains|all=…x…&…y… c|contains|all=…x…&…y…))",
    because: "each name must hold all values",
  },
  { body: "{B|neq: 1}", made: "(and (and b|neq=!#1 c|neq=!#1))", because: "the whole of the alternatives is negated" },
  { body: "{Gone: 1, A: 2}", made: "(and a=#2)", because: "no name is no item" },
  { body: "[{A: 1}, {B: 2}]", made: "(or (and a=#1) (and (or b=#2 c=#2)))", because: "lists are walked through" },
  { body: "[x, y*z]", made: "message=…x…,…y…z…", because: "keywords are looked for inside a field" },
  { body: "[4625]", made: "message=…4625…", because: "a number is then text" },
  { body: "{'|re': x}", made: "(and message|re=/x/)", because: "a regular expression stays one" },
  { body: "{A|fieldref: B}", made: "(and a|fieldref=equals:@b/equals:@c)", because: "references are names too" },
  { body: "{Other|fieldref: A}", made: "(and Other|fieldref=equals:@a)", because: "a reference alone is renamed" },
])("a mapping makes of $body: $made, for $because", ({ body, made }) => {
  expect(processed(mapping, body)).toBe(made);
});

test.each([
  { step: "- {type: field_name_prefix, prefix: win.}", made: "(and win.TargetUserID=#1 win.b=x)" },
  { step: "- {type: field_name_suffix, suffix: .keyword}", made: "(and TargetUserID.keyword=#1 b.keyword=x)" },
  {
    step: "- {type: field_name_prefix_mapping, mapping: {Target: t., Tar: no, b: [c., d.]}}",
    made: "(and t.UserID=#1 (or c.=x d.=x))",
  },
  { step: "- {type: field_name_transform, transform_func: snake_case}", made: "(and target_user_id=#1 b=x)" },
  { step: "- {type: field_name_transform, transform_func: upper, mapping: {b: d}}", made: "(and TARGETUSERID=#1 d=x)" },
  { step: "- {type: field_name_transform, transform_func: lower}", made: "(and targetuserid=#1 b=x)" },
])("$step renames fields", ({ step, made }) => {
  expect(processed(step, "{TargetUserID: 1, b: x}")).toBe(made);
  expect(processed(step, "[keyword]")).toBe("=…keyword…");
});

test("the rule's list of fields is renamed, cut and extended", () => {
  const rule = ruleOf("s: {A: 1}\ncondition: s", "fields: [A, B, Other]");
  const fieldsAfter = (steps: string) => applyPipeline(soundPipeline(steps), rule).rule?.fields;
  expect(fieldsAfter(mapping)).toEqual(["a", "b", "c", "Other"]);
  expect(fieldsAfter("- {type: add_field, field: [x, y]}")).toEqual(["A", "B", "Other", "x", "y"]);
  expect(fieldsAfter("- {type: remove_field, field: [B, None]}")).toEqual(["A", "Other"]);
  expect(fieldsAfter("- {type: set_field, fields: [x]}")).toEqual(["x"]);
  const conditional = `${mapping.slice(0, -1)}, field_name_conditions: [{type: include_fields, fields: [B]}]}`;
  expect(fieldsAfter(conditional)).toEqual(["A", "b", "c", "Other"]);
});

test.each([
  { fields: { b: "x" }, modifiers: "", matches: true, because: "one of the names holds it" },
  { fields: { b: "y", c: "x" }, modifiers: "", matches: true, because: "the other holds it" },
  { fields: { b: "y" }, modifiers: "", matches: false, because: "none holds it" },
  { fields: { b: "x", c: "y" }, modifiers: "|neq", matches: false, because: "one of the names holds it" },
  { fields: { b: "y", c: "z" }, modifiers: "|neq", matches: true, because: "none holds it" },
])("of two names with B$modifiers: x, $fields match: $matches, for $because", ({ fields, modifiers, matches }) => {
  const rule = { ...ruleOf(`s: {B${modifiers}: x}\ncondition: s`), logsource: { span: { start: 0, end: 0 } } };
  const negated = { ...ruleOf(`s: {B${modifiers}: x}\ncondition: not s`), logsource: rule.logsource };
  const verdict = (one: typeof rule): boolean => {
    const made = applyPipeline(soundPipeline(mapping), one).rule ?? one;
    return match(createRuleSet([["rule", made]]), makeEvent(fields)).length > 0;
  };
  expect(verdict(rule)).toBe(matches);
  expect(verdict(negated)).toBe(!matches);
});

test("mappings that multiply without end are refused", () => {
  const step = "- {type: field_name_mapping, mapping: {A: [A, A]}}";
  expect(processed(`${step}\n`.repeat(40), "{A: 1}")).toMatch(/^rule-too-large/);
});
