import type { Pattern } from "../pattern.ts";
import type { DetectionItem, Rule, Selection, Value } from "../rule.ts";
import { asText } from "../modifiers/onText.ts";
import type { Span } from "../source.ts";
import { openEnd, openStart } from "../wildcards.ts";
import { noSteps, withStep } from "./appliedSteps.ts";
import { changeItems } from "./items.ts";
import type { Application } from "./pipeline.ts";
import { spend, type Work } from "./work.ts";

/** The names that a field gets: several mean that any of them may hold the value. Undefined if it keeps its own. */
export type Renaming = (field: string | undefined) => readonly string[] | undefined;

/**
 * The rule with its fields renamed, in items, in the values of `fieldref` and in the rule's `fields`.
 *
 * Of several names an item becomes an `or` of items, of an item with `neq` an `and`: what is negated is the whole.
 */
export function renameFields(rule: Rule, application: Application, rename: Renaming): Rule {
  const { step, work } = application;
  const namesOf: Renaming = (field) => {
    const names = rename(field);
    return names && step.matchesField(field, work) ? names : undefined;
  };
  const fields = rule.fields.flatMap((field) => {
    const names = namesOf(field);
    return names && spend(work, costOf(names), rule.span)
      ? track(application, { field, span: rule.span }, names)
      : [field];
  });
  const renamed = changeItems(rule, application, (item) => renameItem(item, namesOf, application));
  const isSame = fields.length === rule.fields.length && fields.every((field, index) => field === rule.fields[index]);
  return isSame ? renamed : { ...renamed, fields };
}

/** Remembers which step has made a name, for conditions on names. */
function track(
  { step, work }: Application,
  { field, span }: { readonly field: string; readonly span: Span },
  names: readonly string[],
): readonly string[] {
  if (names.length === 1 && names[0] === field) return names;
  const before = work.appliedToField.get(field) ?? noSteps;
  const ids = step.id === undefined ? before : withStep(work, before, step.id, span);
  for (const name of names) work.appliedToField.set(name, ids);
  return names;
}

function renameItem(item: DetectionItem, namesOf: Renaming, application: Application): Selection | undefined {
  const { work } = application;
  const referring = renameReferences(item, namesOf, application);
  const names = namesOf(item.field);
  if (!names) return referring;
  if (!spend(work, costOf(names) + names.length * item.values.length, item.span)) return item;
  noteMapping(work, item.field, names);
  if (item.field !== undefined) track(application, { field: item.field, span: item.span }, names);
  const source = item.field === undefined ? asSearched(referring) : referring;
  const [only] = names;
  if (only === undefined) return undefined;
  if (names.length === 1) return only === item.field ? referring : { ...source, field: only };
  const operands = names.map((field) => ({ ...source, field }));
  return { kind: item.negated ? "and" : "or", operands, span: item.span };
}

const costOf = (names: readonly string[]): number => names.reduce((sum, { length }) => sum + length, 0);

function noteMapping({ mappedFields }: Work, field: string | undefined, names: readonly string[]): void {
  for (const name of field === undefined ? names : [field, ...names]) mappedFields.add(name);
}

/** Several names of the other field are alternatives of the value, whether the item is negated or not. */
function renameReferences(item: DetectionItem, namesOf: Renaming, application: Application): DetectionItem {
  const rename = (pattern: Pattern): Pattern | readonly Pattern[] => {
    const names = pattern.kind === "fieldref" ? namesOf(pattern.field) : undefined;
    if (pattern.kind !== "fieldref" || !names || !spend(application.work, costOf(names), item.span)) return pattern;
    noteMapping(application.work, pattern.field, names);
    return track(application, { field: pattern.field, span: item.span }, names).map((field) => ({ ...pattern, field }));
  };
  const isRenamed = (pattern: Pattern): boolean => pattern.kind === "fieldref" && namesOf(pattern.field) !== undefined;
  if (!item.values.some(({ alternatives }) => alternatives.some(isRenamed))) return item;
  return {
    ...item,
    values: item.values.map((value) => ({ ...value, alternatives: value.alternatives.flatMap(rename) })),
  };
}

/** A keyword is found inside a text; so it is in the field that it is looked for from now on. */
const asSearched = (item: DetectionItem): DetectionItem => ({ ...item, values: item.values.map(searchedValue) });

const searchedValue = (value: Value): Value => ({ ...value, alternatives: value.alternatives.map(searchedPattern) });

function searchedPattern(pattern: Pattern): Pattern {
  const text = asText(pattern);
  return text ? { ...text, parts: openEnd(openStart(text.parts)) } : pattern;
}
