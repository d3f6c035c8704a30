import type { DetectionItem, Value } from "../sigma/index.ts";
import type { Field } from "./eventView.ts";
import { every, type Finder, not, some } from "./finder.ts";
import { compileKeyword, compilePattern } from "./matchers.ts";
import type { Evidence } from "./match.ts";
import type { FieldMatcher } from "./matchers/matcher.ts";

/** Compiles the values of a field of which any may match, each of them a finder. */
export type CompileList = (field: string, values: readonly Value[], finders: readonly Finder<Field>[]) => Finder<Field>;

/** Asks one value after the other. */
export const inTurn: CompileList = (_field, _values, finders) => some(finders);

/** Compiles a field with its values, or keywords: any or all of the values must match; with `neq` the whole must not. */
export function compileItem(selection: string, item: DetectionItem, compileList = inTurn): Finder {
  const holds = compileValues(selection, item, compileList);
  return item.negated ? not(holds, denied(selection, item)) : holds;
}

/** What is not so, as one entry: values that an event does not have are not listed one by one. */
function denied(selection: string, { field, values, linking }: DetectionItem): Evidence {
  const all = values.map(({ text }) => text).join(linking === "all" ? " and " : " or ");
  const pattern = values.length > 1 ? `not (${all})` : `not ${all}`;
  return { selection, ...(field !== undefined && { field }), pattern };
}

function compileValues(selection: string, { field, values, linking }: DetectionItem, compileList: CompileList): Finder {
  if (field === undefined)
    return (linking === "all" ? every : some)(values.map((value) => findKeyword(selection, value)));
  const finders = values.map((value) => findValue(selection, field, value));
  const matches = linking === "all" ? every(finders) : compileList(field, values, finders);
  return (event, evidence) => matches(event.field(field), evidence);
}

function findValue(selection: string, field: string, { text: pattern, alternatives }: Value): Finder<Field> {
  const matches = anyOf(alternatives.map(compilePattern));
  return (subject, evidence) => {
    const found = matches(subject);
    if (!found) return false;
    evidence.push({ selection, field, ...found, pattern });
    return true;
  };
}

/** A keyword is looked for in every value of the event; the evidence names the first field that has it. */
function findKeyword(selection: string, { text: pattern, alternatives }: Value): Finder {
  const matches = anyOf(alternatives.map(compileKeyword));
  return (event, evidence) => {
    for (const [field, subject] of event.fields()) {
      const found = matches(subject);
      if (!found) continue;
      evidence.push({ selection, field, ...found, pattern });
      return true;
    }
    return false;
  };
}

/** The first alternative that matches. */
function anyOf(alternatives: readonly FieldMatcher[]): FieldMatcher {
  const [only] = alternatives;
  if (only && alternatives.length === 1) return only;
  return (field) => {
    for (const matches of alternatives) {
      const found = matches(field);
      if (found) return found;
    }
    return undefined;
  };
}
