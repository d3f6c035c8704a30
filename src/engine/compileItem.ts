import type { DetectionItem, Value } from "../sigma/index.ts";
import { every, type Finder, some } from "./finder.ts";
import { compileKeyword, compilePattern } from "./matchers.ts";
import type { FieldMatcher } from "./matchers/matcher.ts";

/** Compiles a field or keyword item: each value a part, any or all of which must hold. */
export function compileItem(selection: string, item: DetectionItem): Finder {
  const parts = item.values.map((value) => compileValue(selection, item, value));
  return item.linking === "all" ? every(parts) : some(parts);
}

function compileValue(selection: string, item: DetectionItem, { text: pattern, alternatives }: Value): Finder {
  const { field } = item;
  if (field === undefined) {
    const matches = anyOf(alternatives.map(compileKeyword));
    return inAnyField(matches, { selection, pattern });
  }
  const matches = anyOf(alternatives.map(compilePattern));
  return (event) => {
    const found = matches(event.field(field));
    return found && [{ selection, field, ...found, pattern }];
  };
}

/** A keyword is looked for in every value of the event; the evidence names the first field that has it. */
function inAnyField(matches: FieldMatcher, evidence: { readonly selection: string; readonly pattern: string }): Finder {
  return (event) => {
    for (const [name, field] of event.fields()) {
      const found = matches(field);
      if (found) return [{ ...evidence, field: name, ...found }];
    }
    return undefined;
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
