import { describe, expect, test } from "vitest";
import { applyPipeline, joinPipelines, parsePipeline } from "../../../src/sigma/index.ts";
import { processed, ruleOf, shown, soundPipeline } from "./process.ts";

const rule = ruleOf("s: {A: 1}\nt: {B: 2}\ncondition: [s and t, 1 of *]");
const after = (steps: string, more?: string): string => shown(applyPipeline(soundPipeline(steps, more), rule));

describe("add_condition", () => {
  test.each([
    {
      parameters: "conditions: {Channel: [a, b], Image|endswith: x}, name: extra",
      made: "(and A=#1); t: (and B=#2); extra: (and Channel=a,b Image|endswith=…x) => (and extra (and s t)) | (and extra (1 of * = s t))",
      because: "each condition needs it, and no pattern sees it",
    },
    {
      parameters: "conditions: {C: x}, negated: true",
      made: "(and A=#1); t: (and B=#2); _added: (and C=x) => (and (not _added) (and s t)) | (and (not _added) (1 of * = s t))",
      because: "it may be negated",
    },
    {
      parameters: "conditions: {C: '$product/${category}/$service/$$x'}, template: true, name: t",
      made: "(and A=#1); t: (and B=#2); t_2: (and C=windows/process_creation/$service/$x) => (and t_2 (and s t)) | (and t_2 (1 of * = s t))",
      because: "it may be a template, and a name that is taken is not taken away",
    },
  ])("with $parameters: $because", ({ parameters, made }) => {
    expect(after(`- {type: add_condition, ${parameters}}`)).toBe(made);
  });

  test("what is added stands where the detection stands", () => {
    const made = applyPipeline(soundPipeline("- {type: add_condition, conditions: {C: x}}"), rule).rule;
    expect(made?.detection.selections.get("_added")?.span).toEqual(rule.detection.span);
  });
});

describe("drop_detection_item", () => {
  const drop = (field: string): string =>
    `- {type: drop_detection_item, field_name_conditions: [{type: include_fields, fields: [${field}]}]}`;

  test.each([
    { detection: "s: {A: 1, B: 2}\ncondition: s", field: "A", made: "(and B=#2)", because: "the rest counts" },
    { detection: "s: [{A: 1}, {B: 2}]\ncondition: s", field: "A", made: "(or (and B=#2))", because: "of a list too" },
    {
      detection: "s: {A: 1}\nt: {B: 2}\ncondition: s and t",
      field: "A",
      made: "t: (and B=#2) => t",
      because: "a selection goes",
    },
    {
      detection: "s: {A: 1}\nt: {B: 2}\ncondition: t and not s",
      field: "A",
      made: "t: (and B=#2) => t",
      because: "its negation goes",
    },
    {
      detection: "s_1: {A: 1}\ns_2: {B: 2}\ncondition: all of s_*",
      field: "A",
      made: "s_2: (and B=#2) => (all of s_* = s_2)",
      because: "a pattern has less to see",
    },
    {
      detection: "s: {A: 1}\nt: {B: 2}\ncondition: [s, t or s]",
      field: "A",
      made: "t: (and B=#2) => t",
      because: "a condition with nothing left goes",
    },
    {
      detection: "s: {A: 1}\ncondition: s",
      field: "A",
      made: "failed-transformation: the pipeline leaves nothing of this rule",
      because: "a rule of nothing would match everything",
    },
  ])("of $detection without $field: $made, for $because", ({ detection, field, made }) => {
    expect(shown(applyPipeline(soundPipeline(drop(field)), ruleOf(detection)))).toBe(made);
  });
});

test("change_logsource replaces the whole logsource", () => {
  const made = applyPipeline(soundPipeline("- {type: change_logsource, product: linux, service: auditd}"), rule).rule;
  expect(made?.logsource).toEqual({ product: "linux", service: "auditd", span: rule.logsource.span });
});

test("set_custom_attribute gives the rule a key", () => {
  const made = applyPipeline(
    soundPipeline("- {type: set_custom_attribute, attribute: index, value: [a, 1]}"),
    rule,
  ).rule;
  expect(made?.custom).toEqual(new Map([["index", ["a", 1]]]));
});

test.each([
  { step: "- {type: rule_failure, message: no}", made: "refused-by-pipeline: the pipeline refuses this rule: `no`" },
  {
    step: "- {type: detection_item_failure, message: no, field_name_conditions: [{type: include_fields, fields: [A]}]}",
    made: "refused-by-pipeline: the pipeline refuses this rule: `no`",
  },
  {
    step: "- {type: field_name_mapping, mapping: {A: a}}\n- type: strict_field_mapping_failure",
    made: "refused-by-pipeline: the pipeline maps no field `B`",
  },
])("$step refuses a rule", ({ step, made }) => {
  expect(after(step)).toBe(made);
});

test.each([
  {
    step: "- {type: detection_item_failure, message: no, field_name_conditions: [{type: include_fields, fields: [C]}]}",
  },
  { step: "- {type: field_name_mapping, mapping: {A: a, B: B}}\n- type: strict_field_mapping_failure" },
  { step: "- {type: rule_failure, message: no, rule_conditions: [{type: logsource, product: linux}]}" },
])("$step refuses no rule that is in order", ({ step }) => {
  expect(after(step)).not.toContain("refused");
});

test("after a failure nothing more is done", () => {
  const steps = "- {type: rule_failure, message: one}\n- {type: rule_failure, message: two}";
  expect(after(steps)).toBe("refused-by-pipeline: the pipeline refuses this rule: `one`");
});

test("nested steps are applied where their step is", () => {
  const nest = (product: string): string => `- type: nest
  rule_conditions: [{type: logsource, product: ${product}}]
  items:
    - {id: inner, type: field_name_prefix, prefix: x.}
    - {type: field_name_suffix, suffix: .y, rule_conditions: [{type: processing_item_applied, processing_item_id: inner}]}`;
  expect(processed(nest("windows"), "{A: 1}")).toBe("(and x.A.y=#1)");
  expect(processed(nest("linux"), "{A: 1}")).toBe("(and A=#1)");
});

test("pipelines are joined by priority, those of one priority as given", () => {
  const make = (name: string, priority: number) =>
    soundPipeline(`- {type: field_name_suffix, suffix: .${name}}`, `priority: ${priority}\nvars: {last: ${name}}`);
  const joined = joinPipelines([make("c", 20), make("a", -1), make("d", 20), make("b", 10)]);
  expect(shown(applyPipeline(joined, ruleOf("s: {F: 1}\ncondition: s")))).toBe("(and F.a.b.c.d=#1)");
  expect(joined.vars.get("last")).toBe("d");
});

test("the rule and the pipeline stay as they are: the same goes in twice, the same comes out", () => {
  const pipeline = soundPipeline(`- {id: one, type: field_name_mapping, mapping: {A: [a, b]}}
- {type: set_state, key: k, val: 1}
- {type: drop_detection_item, field_name_conditions: [{type: include_fields, fields: [B]}]}
- {type: add_condition, conditions: {C: x}}`);
  const before = structuredClone(rule);
  const first = applyPipeline(pipeline, rule);
  expect(rule).toEqual(before);
  expect(applyPipeline(pipeline, rule)).toEqual(first);
});

test("evidence shows what the author wrote, and where", () => {
  const text = "s: {A: one}\ncondition: s";
  const { rule: made } = applyPipeline(soundPipeline("- {type: map_string, mapping: {one: two}}"), ruleOf(text));
  const body = made?.detection.selections.get("s");
  const item = body?.kind === "and" ? body.operands[0] : undefined;
  expect(item?.kind === "item" && item.values[0]).toMatchObject({ text: "one" });
});

test("what matters to queries alone is passed over, with a warning", () => {
  const { pipeline, problems } = parsePipeline({
    name: "p.yml",
    text: "postprocessing: [{type: embed, prefix: x}]\nfinalizers: []\nallowed_backends: [splunk]\ntransformations: []",
  });
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
    ["ignored-key", "warning"],
    ["ignored-key", "warning"],
  ]);
  expect(pipeline?.steps).toEqual([]);
});
