import type { Pattern, Span } from "../sigma/index.ts";
import { type Check, type Finding, type ItemSubject, itemCheck } from "./check.ts";
import { has } from "./subject/items.ts";

export interface RegexSubject {
  readonly item: ItemSubject;
  readonly pattern: Extract<Pattern, { kind: "regex" }>;
  readonly span: Span;
}

/** A check that looks at each regular expression. */
export function regexCheck<const Code extends string>(check: Check<RegexSubject, Code>): Check<ItemSubject, Code> {
  return itemCheck({ ...check, find: (item) => findInItem(item, check.find) });
}

function* findInItem(item: ItemSubject, find: Check<RegexSubject>["find"]): Iterable<Finding> {
  if (!has(item, "re")) return;
  for (const { alternatives, span } of item.values) {
    for (const pattern of alternatives) {
      if (pattern.kind === "regex") yield* find({ item, pattern, span });
    }
  }
}
