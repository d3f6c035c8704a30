import { problem, type Report } from "../problem.ts";
import type { Located } from "../metadata.ts";
import type { Span } from "../source.ts";
import type { Entry, Node, ScalarNode } from "../yaml/node.ts";
import { spanWithin } from "../yaml/spanWithin.ts";

/** The key of an item: a field with its modifiers. */
export interface ItemKey {
  /** Absent for keywords. */
  readonly field?: string;
  readonly modifiers: readonly Located[];
}

/** An item as the author wrote it: what the checks of items look at. */
export interface DraftItem extends ItemKey {
  readonly values: readonly ScalarNode[];
  /** Where the values stand, also if there are none. */
  readonly valuesSpan: Span;
  readonly span: Span;
}

/** More than there are: only a text that is no rule has so many. */
const maxModifiers = 32;

/** Reads `Field|modifier: values`; undefined if something is wrong, which has then been reported. An empty field, as in `'|all'`, means keywords. */
export function draftItem({ key, value }: Entry, report: Report): DraftItem | undefined {
  const bar = key.text.indexOf("|");
  const field = bar < 0 ? key.text : key.text.slice(0, bar);
  const names = bar < 0 ? [] : key.text.slice(bar + 1).split("|");
  const values = readValues(value, report);
  if (names.length > maxModifiers) {
    report(problem("rule-too-large", key.span, `an item has at most ${maxModifiers} modifiers`));
    return undefined;
  }
  if (!values) return undefined;
  return {
    ...(field === "" ? {} : { field }),
    modifiers: locate(key, field.length, names),
    values,
    valuesSpan: value.span,
    span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) },
  };
}

/** Values of a list without a field. There is at least one. */
export function draftKeywords(values: readonly ScalarNode[], whole: Span): DraftItem {
  const span = { start: values[0]?.span.start ?? whole.start, end: values.at(-1)?.span.end ?? whole.end };
  return { modifiers: [], values, valuesSpan: span, span };
}

function locate(key: ScalarNode, fieldLength: number, names: readonly string[]): readonly Located[] {
  const located: Located[] = [];
  let start = fieldLength + 1;
  for (const text of names) {
    located.push({ text, span: spanWithin(key, start, start + text.length) });
    start += text.length + 1;
  }
  return located;
}

function readValues(value: Node, report: Report): readonly ScalarNode[] | undefined {
  const nodes = value.kind === "sequence" ? value.items : [value];
  const scalars: ScalarNode[] = [];
  for (const node of nodes) {
    if (node.kind === "scalar") scalars.push(node);
    else
      report(problem("nested-value", node.span, `a value is a scalar, not a ${node.kind === "map" ? "map" : "list"}`));
  }
  return scalars.length === nodes.length ? scalars : undefined;
}
