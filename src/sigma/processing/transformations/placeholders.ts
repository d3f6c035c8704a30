import { isJsonObject, type Json } from "../../../std/index.ts";
import { problem } from "../../problem.ts";
import { quote } from "../../quote.ts";
import type { Pattern } from "../../pattern.ts";
import { resolvePlaceholders } from "../../resolvePlaceholders.ts";
import type { DetectionItem, Rule, Value } from "../../rule.ts";
import { entryOf } from "../../yaml/node.ts";
import { changeItems } from "../items.ts";
import { optionalTexts, type Parameters } from "../parameters.ts";
import type { Application } from "../pipeline.ts";
import { fail, spend, type Work } from "../work.ts";
import type { Transformation } from "./transformation.ts";

const parameters = ["include", "exclude"];

/** Puts the values of the pipeline's `vars` in place of placeholders. */
export const valuePlaceholders: Transformation = {
  name: "value_placeholders",
  parameters,
  read: (given) => {
    const isHandled = readHandled(given);
    return isHandled && ((rule, application) => fillItems(rule, application, { isHandled, valuesOf: valuesOfVar }));
  },
};

/** Puts a wildcard in place of placeholders, which then stand for anything. */
export const wildcardPlaceholders: Transformation = {
  name: "wildcard_placeholders",
  parameters,
  read: (given) => {
    const isHandled = readHandled(given);
    return isHandled && ((rule, application) => fillItems(rule, application, { isHandled, valuesOf: () => ["*"] }));
  },
};

/** Which placeholders a step is for: those of `include`, or all but those of `exclude`. */
function readHandled(given: Parameters): ((name: string) => boolean) | undefined {
  const included = optionalTexts(given, "include");
  const excluded = optionalTexts(given, "exclude");
  const excludes = entryOf(given.map, "exclude");
  if (included && excluded && excludes) {
    const message = "a step has either `include` or `exclude`";
    given.report(problem("invalid-parameter", excludes.key.span, message));
    return undefined;
  }
  return (name) => included?.includes(name) ?? !(excluded?.includes(name) ?? false);
}

interface Filling {
  readonly isHandled: (name: string) => boolean;
  /** Undefined if there are none. */
  readonly valuesOf: (name: string, work: Work) => readonly string[] | undefined;
}

/** Fills the values all of whose placeholders are known by now; others wait for a later step, or for lists of the service. */
function fillItems(rule: Rule, application: Application, filling: Filling): Rule {
  const { work } = application;
  return changeItems(rule, application, (item) => {
    for (const name of item.values.flatMap(namesIn)) learn(name, item, { work, filling });
    const values = item.values.map((value) => (isKnown(value, work) ? fill(value, item, work) : value));
    return values.every((value, index) => value === item.values[index]) ? item : { ...item, values };
  });
}

function learn(
  name: string,
  { span }: DetectionItem,
  { work, filling }: { readonly work: Work; readonly filling: Filling },
): void {
  if (work.lists.has(name) || !filling.isHandled(name)) return;
  const values = filling.valuesOf(name, work);
  if (values) work.lists.set(name, values);
  else fail(work, span, `the pipeline has no variable ${quote(name)}, or it is not a list of strings and numbers`);
}

const namesIn = ({ alternatives }: Value): readonly string[] =>
  alternatives.flatMap((pattern: Pattern) => (pattern.kind === "placeholder" ? pattern.names : []));

function isKnown(value: Value, { lists }: Work): boolean {
  const names = namesIn(value);
  return names.length > 0 && names.every((name) => lists.has(name));
}

/** A value alone, filled as in a rule of its own. */
function fill(value: Value, item: DetectionItem, work: Work): Value {
  const { span } = item;
  const selections = new Map([["item", { ...item, values: [value] }]]);
  const { rule, problems } = resolvePlaceholders({ detection: { selections, conditions: [], span } }, work.lists);
  work.problems.push(...problems);
  const resolved = rule.detection.selections.get("item");
  const [filled] = resolved?.kind === "item" ? resolved.values : [];
  return filled && spend(work, filled.alternatives.length, span) ? filled : value;
}

function valuesOfVar(name: string, { vars }: Work): readonly string[] | undefined {
  const value = vars.get(name);
  if (value === undefined) return undefined;
  const values: readonly Json[] = Array.isArray(value) ? value : [value];
  const isPlain = values.every(
    (one) => one !== null && typeof one !== "boolean" && !Array.isArray(one) && !isJsonObject(one),
  );
  return isPlain ? values.map(String) : undefined;
}
