import { describe, expect, test } from "vitest";
import { applyPipeline } from "../../../src/sigma/index.ts";
import { processed, ruleOf, shown, soundPipeline } from "./process.ts";

const rule = ruleOf(
  "s: {A: one, B|contains: two, C: 3}\ncondition: s",
  `id: 6c82cf5c-090d-4d57-9188-533577631108
level: high
status: test
date: 2024-05-06
author: Someone
tags: [attack.t1059, attack.execution]
score: 7
`,
);

/** Whether a step with this condition, and these steps before it, is applied to the rule. */
function isApplied(condition: string, before = ""): boolean {
  const steps = `${before}\n- {type: field_name_prefix, prefix: applied., rule_conditions: [${condition}]}`;
  return shown(applyPipeline(soundPipeline(steps), rule)).includes("applied.");
}

describe("conditions on rules", () => {
  test.each([
    { condition: "{type: logsource, product: Windows}", holds: true },
    { condition: "{type: logsource, product: windows, category: process_creation}", holds: true },
    { condition: "{type: logsource, product: windows, service: security}", holds: false },
    { condition: "{type: logsource}", holds: true },
    { condition: "{type: contains_field, field: A}", holds: true },
    { condition: "{type: contains_field, field: a}", holds: false },
    { condition: "{type: contains_detection_item, field: A, value: one}", holds: true },
    { condition: "{type: contains_detection_item, field: A, value: two}", holds: false },
    { condition: "{type: contains_detection_item, field: B, value: '*two*'}", holds: true },
    { condition: "{type: contains_detection_item, field: C, value: 3}", holds: true },
    { condition: "{type: contains_detection_item, field: C, value: '3'}", holds: false },
    { condition: "{type: is_sigma_rule}", holds: true },
    { condition: "{type: is_sigma_correlation_rule}", holds: false },
    { condition: "{type: tag, tag: attack.T1059}", holds: true },
    { condition: "{type: tag, tag: attack.t1059.001}", holds: false },
    { condition: "{type: rule_attribute, attribute: title, value: A rule}", holds: true },
    { condition: "{type: rule_attribute, attribute: title, value: a rule}", holds: false },
    { condition: "{type: rule_attribute, attribute: title, value: B, op: lt}", holds: false },
    { condition: "{type: rule_attribute, attribute: author, value: x, op: ne}", holds: true },
    { condition: "{type: rule_attribute, attribute: level, value: medium, op: gt}", holds: true },
    { condition: "{type: rule_attribute, attribute: level, value: high, op: lte}", holds: true },
    { condition: "{type: rule_attribute, attribute: level, value: critical, op: gte}", holds: false },
    { condition: "{type: rule_attribute, attribute: status, value: experimental, op: gte}", holds: true },
    { condition: "{type: rule_attribute, attribute: date, value: 2024-05-05, op: gt}", holds: true },
    { condition: "{type: rule_attribute, attribute: date, value: 2024-05-06, op: lt}", holds: false },
    { condition: "{type: rule_attribute, attribute: tags, value: attack.t1059, op: in}", holds: true },
    { condition: "{type: rule_attribute, attribute: tags, value: attack.t1059, op: not_in}", holds: false },
    { condition: "{type: rule_attribute, attribute: tags, value: attack.t1059}", holds: false },
    { condition: "{type: rule_attribute, attribute: score, value: 7}", holds: true },
    { condition: "{type: rule_attribute, attribute: score, value: 6.5, op: gt}", holds: true },
    { condition: "{type: rule_attribute, attribute: none, value: 7, op: ne}", holds: false },
  ])("$condition holds: $holds", ({ condition, holds }) => {
    expect(isApplied(condition)).toBe(holds);
  });

  test.each([
    { condition: "{type: processing_item_applied, processing_item_id: one}", holds: true },
    { condition: "{type: processing_item_applied, processing_item_id: two}", holds: false },
    { condition: "{type: processing_state, key: k, val: 5}", holds: true },
    { condition: "{type: processing_state, key: k, val: '5'}", holds: false },
    { condition: "{type: processing_state, key: k, val: 4, op: gt}", holds: true },
    { condition: "{type: processing_state, key: none, val: 4, op: ne}", holds: false },
  ])("behind other steps, $condition holds: $holds", ({ condition, holds }) => {
    const before = `- {id: one, type: set_state, key: k, val: 5}
- {id: two, type: set_state, key: k, val: 6, rule_conditions: [{type: logsource, product: linux}]}`;
    expect(isApplied(condition, before)).toBe(holds);
  });
});

describe("conditions on items", () => {
  const suffixed = (conditions: string, body: string): string =>
    processed(`- {type: field_name_suffix, suffix: +, ${conditions}}`, body);

  test.each([
    { condition: "type: match_string, cond: any, pattern: on", body: "{F: [two, one]}", holds: true },
    { condition: "type: match_string, cond: all, pattern: on", body: "{F: [two, one]}", holds: false },
    { condition: "type: match_string, cond: any, pattern: ne", body: "{F: one}", holds: false },
    { condition: "type: match_string, cond: any, pattern: '\\*ne'", body: "{F|endswith: ne}", holds: true },
    { condition: "type: match_string, cond: any, pattern: '1'", body: "{F: 1}", holds: false },
    { condition: "type: match_string, cond: any, pattern: on, negate: true", body: "{F: one}", holds: false },
    { condition: "type: match_value, cond: any, value: 1", body: "{F: [0x1, 2]}", holds: true },
    { condition: "type: match_value, cond: all, value: 1", body: "{F: [1, 2]}", holds: false },
    { condition: "type: match_value, cond: any, value: true", body: "{F: true}", holds: true },
    { condition: "type: contains_wildcard, cond: any", body: "{F: [a, 'b?']}", holds: true },
    { condition: "type: contains_wildcard, cond: any", body: "{F: 'b\\?'}", holds: false },
    { condition: "type: is_null, cond: all", body: "{F: [null, null]}", holds: true },
    { condition: "type: is_null, cond: any", body: "{F: ''}", holds: false },
  ])("$condition holds of $body: $holds", ({ condition, body, holds }) => {
    expect(suffixed(`detection_item_conditions: [{${condition}}]`, body).startsWith("(and F+")).toBe(holds);
  });

  test("steps remember which items they have changed, and what has become of them", () => {
    const steps = `- {id: first, type: field_name_mapping, mapping: {A: [a, b]}}
- {type: set_value, value: x, detection_item_conditions: [{type: processing_item_applied, processing_item_id: first}]}`;
    expect(processed(steps, "{A: 1, B: 2}")).toBe("(and (or a=x b=x) B=#2)");
  });

  test("the state of the pipeline may be asked for", () => {
    const steps = `- {type: set_state, key: k, val: on}
- {type: set_value, value: x, detection_item_conditions: [{type: processing_state, key: k, val: on}]}
- {type: set_value, value: y, field_name_conditions: [{type: processing_state, key: k, val: off}]}`;
    expect(processed(steps, "{A: 1}")).toBe("(and A=x)");
  });
});

describe("conditions on names", () => {
  test.each([
    { condition: "type: include_fields, fields: [A, AB]", made: "(and A+=#1 AB+=#2 C=#3)" },
    { condition: "type: exclude_fields, fields: [A, AB]", made: "(and A=#1 AB=#2 C+=#3)" },
    { condition: "type: include_fields, fields: [A], mode: re", made: "(and A+=#1 AB+=#2 C=#3)" },
    { condition: "type: include_fields, fields: ['.$'], mode: re", made: "(and A+=#1 AB=#2 C+=#3)" },
    { condition: "type: exclude_fields, fields: ['A.'], mode: re", made: "(and A+=#1 AB=#2 C+=#3)" },
  ])("$condition", ({ condition, made }) => {
    const step = `- {type: field_name_suffix, suffix: +, field_name_conditions: [{${condition}}]}`;
    expect(processed(step, "{A: 1, AB: 2, C: 3}")).toBe(made);
  });

  test("keywords have no name: they are excluded from a list, not included", () => {
    const step = (type: string): string =>
      `- {type: set_value, value: x, field_name_conditions: [{type: ${type}, fields: [A]}]}`;
    expect(processed(step("exclude_fields"), "[k]")).toBe("=x");
    expect(processed(step("include_fields"), "[k]")).toBe("=…k…");
  });

  test("a reference alone is renamed if only its name is meant", () => {
    const step = "- {type: field_name_suffix, suffix: +, field_name_conditions: [{type: include_fields, fields: [B]}]}";
    expect(processed(step, "{A|fieldref: B, C|fieldref: D}")).toBe("(and A|fieldref=equals:@B+ C|fieldref=equals:@D)");
  });

  test("steps remember which names they have made", () => {
    const steps = `- {id: first, type: field_name_mapping, mapping: {A: a}}
- {type: field_name_suffix, suffix: +, field_name_conditions: [{type: processing_item_applied, processing_item_id: first}]}`;
    expect(processed(steps, "{A: 1, B: 2}")).toBe("(and a+=#1 B=#2)");
  });
});

describe("linking", () => {
  const windows = "{type: logsource, product: windows}";
  const linux = "{type: logsource, product: linux}";
  test.each([
    { conditions: `rule_conditions: [${windows}, ${linux}]`, holds: false, because: "all must hold" },
    { conditions: `rule_conditions: [${windows}, ${linux}], rule_cond_op: or`, holds: true, because: "any will do" },
    { conditions: `rule_conditions: [${linux}], rule_cond_not: true`, holds: true, because: "the result is negated" },
    {
      conditions: `rule_conditions: [${windows}], rule_cond_not: true`,
      holds: false,
      because: "the result is negated",
    },
    { conditions: "rule_conditions: [], rule_cond_not: true", holds: true, because: "nothing is no condition" },
    { conditions: "rule_cond_op: or", holds: true, because: "nothing is no condition" },
    { conditions: `rule_conditions: {w: ${windows}, l: ${linux}}`, holds: false, because: "names need no expression" },
    {
      conditions: `rule_conditions: {w: ${windows}, l: ${linux}}, rule_cond_expr: w and not l`,
      holds: true,
      because: "an expression links them",
    },
    {
      conditions: `rule_conditions: {w: ${windows}, l: ${linux}}, rule_cond_expr: not (w or l)`,
      holds: false,
      because: "an expression links them",
    },
    {
      conditions: `rule_conditions: {w: ${windows}, l: ${linux}}, rule_cond_expr: l or w, rule_cond_not: true`,
      holds: false,
      because: "an expression may be negated",
    },
    {
      conditions: `rule_conditions: [${windows}], field_name_conditions: [{type: include_fields, fields: [X]}]`,
      holds: false,
      because: "kinds of conditions must all hold",
    },
  ])("a step with $conditions is applied: $holds, for $because", ({ conditions, holds }) => {
    const made = shown(applyPipeline(soundPipeline(`- {type: field_name_suffix, suffix: +, ${conditions}}`), rule));
    expect(made.includes("+")).toBe(holds);
  });
});
