import { bug } from "../../std/index.ts";
import { itemChecks } from "../checks.ts";
import { findModifier } from "../modifiers.ts";
import { all } from "../modifiers/all.ts";
import { neq } from "../modifiers/neq.ts";
import type { Report } from "../problem.ts";
import type { DetectionItem } from "../rule.ts";
import type { DraftItem } from "./draftItem.ts";
import { readValue } from "./readValue.ts";

/** Checks an item and applies its modifiers; undefined if something in it is wrong, which has then been reported. */
export function readItem(draft: DraftItem, report: Report): DetectionItem | undefined {
  const problems = itemChecks.flatMap((check) => [...check(draft)]);
  problems.forEach(report);
  if (problems.length > 0) return undefined;
  const chain = draft.modifiers.map(({ text }) => findModifier(text) ?? bug(`no modifier ${text}`));
  const isKeyword = draft.field === undefined;
  const values = draft.values.flatMap((value) => readValue(value, { chain, isKeyword }, report) ?? []);
  return {
    kind: "item",
    ...(draft.field === undefined ? {} : { field: draft.field }),
    modifiers: draft.modifiers.map(({ text }) => text),
    linking: chain.includes(all) ? "all" : "any",
    negated: chain.includes(neq),
    values,
    span: draft.span,
  };
}
