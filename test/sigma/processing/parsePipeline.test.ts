import { expect, test } from "vitest";
import { parsePipeline } from "../../../src/sigma/index.ts";
import { many, pick, random, type Random } from "../random.ts";
import { blamedIn } from "./process.ts";

const step = (parameters: string): string => `transformations: [{${parameters}}]`;

test("a pipeline has a name, a priority, variables and steps", () => {
  const text = "name: A pipeline\npriority: 10\nvars: {a: [b, 1]}\ntransformations: [{type: drop_detection_item}]";
  expect(parsePipeline({ name: "p.yml", text }).pipeline).toMatchObject({
    name: "A pipeline",
    priority: 10,
    vars: new Map([["a", ["b", 1]]]),
    steps: [{}],
  });
  expect(parsePipeline({ name: "p.yml", text: "name: x" }).pipeline).toMatchObject({ priority: 0, steps: [] });
});

test.each([
  { text: "- a", blame: ["invalid-pipeline: - a"], because: "it is a list" },
  { text: "a: [", blame: ["yaml-syntax: "], because: "it is not YAML" },
  { text: "priority: high", blame: ["wrong-type: high"], because: "its priority is a word" },
  { text: "vars: [a]", blame: ["wrong-type: [a]"], because: "its variables are a list" },
  { text: "transformations: {a: b}", blame: ["wrong-type: {a: b}"], because: "its steps are a map" },
  { text: "transformations: [a]", blame: ["wrong-type: a"], because: "a step is a string" },
  { text: step("id: a"), blame: ["missing-key: {id: a}"], because: "a step has no type" },
  {
    text: step("type: field_name_mapping"),
    blame: ["missing-key: field_name_mapping"],
    because: "a parameter is missing",
  },
  { text: step("type: field_name_mapping, mapping: a"), blame: ["wrong-type: a"], because: "a mapping is a string" },
  {
    text: step("type: field_name_mapping, mapping: {a: {b: c}}"),
    blame: ["wrong-type: {b: c}"],
    because: "a name is a map",
  },
  { text: step("type: field_name_prefix, prefix: 5"), blame: ["wrong-type: 5"], because: "a prefix is a number" },
  {
    text: step("type: field_name_transform"),
    blame: ["missing-key: field_name_transform"],
    because: "a function is missing",
  },
  {
    text: step("type: http_placeholders, url: x"),
    blame: ["unsafe-transformation: http_placeholders"],
    because: "it calls",
  },
  {
    text: step("type: file_placeholders, path: x"),
    blame: ["unsafe-transformation: file_placeholders"],
    because: "it reads",
  },
  {
    text: step("type: extract_fields"),
    blame: ["unsupported-transformation: extract_fields"],
    because: "nobody says what it does",
  },
  {
    text: step("type: replace_string, regex: '(', replacement: x"),
    blame: ["invalid-regex: '('"],
    because: "a regex is broken",
  },
  {
    text: step("type: replace_string, regex: '(?=a)', replacement: x"),
    blame: ["invalid-regex: '(?=a)'"],
    because: "it is not linear",
  },
  {
    text: step("type: set_value, value: x, force_type: num"),
    blame: ["invalid-parameter: x"],
    because: "text is no number",
  },
  { text: step("type: set_value"), blame: ["missing-key: set_value"], because: "a value is missing" },
  {
    text: step("type: add_condition, conditions: {a|contain: b}"),
    blame: ["unknown-modifier: contain"],
    because: "what is added is no selection",
  },
  {
    text: step("type: add_condition, conditions: [a]"),
    blame: ["wrong-type: [a]"],
    because: "what is added is a list",
  },
  {
    text: step("type: value_placeholders, include: a, exclude: b"),
    blame: ["invalid-parameter: exclude"],
    because: "two lists contradict",
  },
  { text: step("type: nest"), blame: ["missing-key: nest"], because: "nothing is nested" },
  {
    text: step("type: nest, items: [{type: no}]"),
    blame: ["unknown-transformation: no"],
    because: "what is nested is wrong",
  },
  {
    text: step("type: rule_failure, message: x, rule_conditions: a"),
    blame: ["wrong-type: a"],
    because: "conditions are a string",
  },
  {
    text: step("type: rule_failure, message: x, rule_conditions: [a]"),
    blame: ["wrong-type: a"],
    because: "a condition is a string",
  },
  {
    text: step("type: rule_failure, message: x, rule_conditions: [{}]"),
    blame: ["missing-key: {}"],
    because: "a condition has no type",
  },
  {
    text: step("type: rule_failure, message: x, rule_cond_op: xor"),
    blame: ["invalid-parameter: xor"],
    because: "there is no such operator",
  },
  {
    text: step("type: rule_failure, message: x, rule_cond_not: maybe"),
    blame: ["wrong-type: maybe"],
    because: "a flag is a word",
  },
  {
    text: step("type: rule_failure, message: x, rule_conditions: [{type: tag, tag: a.b}], rule_cond_expr: a"),
    blame: ["invalid-parameter: rule_conditions", "unknown-processing-condition: a"],
    because: "an expression needs names",
  },
  {
    text: step("type: rule_failure, message: x, rule_conditions: {a: {type: is_sigma_rule}}, rule_cond_expr: 1 of a*"),
    blame: ["unexpected-token: 1 of a*"],
    because: "an expression has no patterns",
  },
  {
    text: step(
      "type: rule_failure, message: x, rule_conditions: [{type: rule_attribute, attribute: level, value: hi}]",
    ),
    blame: ["invalid-parameter: hi"],
    because: "there is no such level",
  },
  {
    text: step(
      "type: rule_failure, message: x, detection_item_conditions: [{type: match_string, cond: any, pattern: '('}]",
    ),
    blame: ["invalid-regex: '('"],
    because: "a pattern is broken",
  },
  {
    text: step(
      "type: rule_failure, message: x, field_name_conditions: [{type: include_fields, fields: ['('], mode: re}]",
    ),
    blame: ["invalid-regex: ['(']"],
    because: "a pattern of names is broken",
  },
])("a pipeline is refused, and the place blamed, because $because", ({ text, blame }) => {
  expect(blamedIn(text)).toEqual(blame);
  expect(parsePipeline({ name: "p.yml", text })).not.toHaveProperty("pipeline");
});

test.each([
  { steps: Array<string>(1_001).fill("{type: drop_detection_item}").join(", ") },
  { steps: `{type: nest, items: [${Array<string>(1_000).fill("{type: drop_detection_item}").join(", ")}]}` },
])("a pipeline of more than 1,000 steps is refused", ({ steps }) => {
  const { problems } = parsePipeline({ name: "p.yml", text: `transformations: [${steps}]` });
  expect(problems.map(({ code }) => code)).toEqual(["invalid-pipeline"]);
});

/** Words that mean something in pipelines, and pieces of YAML. */
const words: readonly string[] = [
  ..."type nest items mapping regex replacement conditions name vars transformations rule_conditions id value".split(
    " ",
  ),
  ..."rule_cond_expr field_name_mapping add_condition replace_string set_value convert_type logsource a b".split(" "),
  ...["{", "}", "[", "]", ":", ",", "'", "(", "\\1", "null", "5", "\n", "- ", "  "],
];

const randomText = (next: Random): string => many(next(60), () => pick(next, words)).join(pick(next, ["", " ", ": "]));

test("random texts: no exception, and every place is in the text", () => {
  for (let seed = 1; seed <= 2_000; seed++) {
    const text = randomText(random(seed));
    for (const { span } of parsePipeline({ name: "p.yml", text }).problems) {
      expect(span.start, text).toBeLessThanOrEqual(span.end);
      expect(span.end, text).toBeLessThanOrEqual(text.length);
    }
  }
});
