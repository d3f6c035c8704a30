import type { Json } from "../../../std/index.ts";
import { levels, type Status } from "../../metadata.ts";
import type { Rule } from "../../rule.ts";
import { plainData } from "../../yaml/plainData.ts";
import { choice, refuse, scalar, text } from "../parameters.ts";
import { type Comparison, compare, compareOrder } from "./compare.ts";
import type { ProcessingCondition, RuleTest } from "./condition.ts";

const operators = ["eq", "ne", "gte", "gt", "lte", "lt", "in", "not_in"] as const;

/** Statuses from the least to the most mature, as pySigma orders them. */
const maturity: readonly string[] = [
  "unsupported",
  "deprecated",
  "experimental",
  "test",
  "stable",
] satisfies readonly Status[];

/**
 * What the rule says about itself compares with `value`: levels by severity, statuses by maturity, dates and numbers by their
 * order, strings if they are equal or not. Of a list it is asked whether the value is `in` it. An attribute that is absent, or
 * has no such order, compares with nothing.
 */
export const ruleAttribute: ProcessingCondition<RuleTest> = {
  name: "rule_attribute",
  parameters: ["attribute", "value", "op"],
  read: (parameters) => {
    const attribute = text(parameters, "attribute");
    const node = scalar(parameters, "value");
    const operator = choice(parameters, "op", operators);
    if (attribute === undefined || !node || operator === undefined) return undefined;
    const value = plainData(node);
    const scale = scales.get(attribute);
    if (scale && !scale.some((word) => word === value)) {
      return refuse(parameters, node, `\`value\` is one of ${scale.join(", ")}`, "invalid-parameter");
    }
    return (rule) => {
      const there = attributeOf(rule, attribute);
      return there !== undefined && compareAttribute({ there, value, scale }, operator);
    };
  },
};

const scales = new Map<string, readonly string[]>([
  ["level", levels],
  ["status", maturity],
]);

interface Compared {
  readonly there: Json;
  readonly value: Json;
  readonly scale: readonly string[] | undefined;
}

function compareAttribute({ there, value, scale }: Compared, operator: (typeof operators)[number]): boolean {
  if (operator === "in") return Array.isArray(there) && there.includes(value);
  if (operator === "not_in") return Array.isArray(there) && !there.includes(value);
  if (Array.isArray(there)) return operator === "ne";
  if (scale) return compareOrder(rank(scale, there) - rank(scale, value), operator);
  return compareScalar(there, operator, value);
}

const rank = (scale: readonly string[], word: Json): number => scale.findIndex((known) => known === word);

/** A date is a string in which order is that of time; no other string is more than another. */
function compareScalar(there: Json, operator: Comparison, value: Json): boolean {
  const isDate = typeof there === "string" && /^\d{4}-\d\d-\d\d$/.test(there);
  if (typeof there === "string" && !isDate && operator !== "eq" && operator !== "ne") return false;
  return compare(there, operator, typeof there === "number" ? Number(value) : value);
}

const attributes = new Map<string, (rule: Rule) => Json | undefined>([
  ["title", ({ title }) => title],
  ["id", ({ id }) => id],
  ["name", ({ name }) => name],
  ["status", ({ status }) => status],
  ["level", ({ level }) => level],
  ["description", ({ description }) => description],
  ["author", ({ author }) => author],
  ["date", ({ date }) => date],
  ["modified", ({ modified }) => modified],
  ["license", ({ license }) => license],
  ["taxonomy", ({ taxonomy }) => taxonomy ?? "sigma"],
  ["references", ({ references }) => references],
  ["falsepositives", ({ falsePositives }) => falsePositives],
  ["fields", ({ fields }) => fields],
  ["scope", ({ scope }) => scope],
  ["tags", ({ tags }) => tags.map((found) => found.text)],
]);

function attributeOf(rule: Rule, name: string): Json | undefined {
  const read = attributes.get(name);
  return read ? read(rule) : rule.custom.get(name);
}
