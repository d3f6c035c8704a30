import { problem, type Report } from "../problem.ts";
import type { Selection } from "../rule.ts";
import type { MapNode, Node, ScalarNode, SequenceNode } from "../yaml/node.ts";
import { draftItem, type DraftItem, draftKeywords } from "./draftItem.ts";
import { readItem } from "./readItem.ts";

/**
 * Reads the body of a selection: a map is an `and` of its items, a list an `or`, scalars are keywords. Undefined, or without
 * the part at fault, if something is wrong, which has then been reported.
 *
 * @see Sigma 2.1, "Detection": lists and maps
 */
export function readSelection(node: Node, report: Report): Selection | undefined {
  switch (node.kind) {
    case "map":
      return node.entries.length === 0 ? empty(node, report) : readMap(node, report);
    case "sequence":
      return node.items.length === 0 ? empty(node, report) : readList(node, report);
    case "scalar":
      return node.type === "null" ? empty(node, report) : readItem(draftKeywords([node], node.span), report);
  }
}

/** What is wrong with the form of any item is reported before what is wrong with what they say. */
function readMap({ entries, span }: MapNode, report: Report): Selection {
  const drafts: DraftItem[] = [];
  for (const entry of entries) {
    const draft = draftItem(entry, report);
    if (draft) drafts.push(draft);
  }
  const operands: Selection[] = [];
  for (const draft of drafts) {
    const item = readItem(draft, report);
    if (item) operands.push(item);
  }
  return { kind: "and", operands, span };
}

/** Scalars that follow each other are one item. */
function readList({ items, span }: SequenceNode, report: Report): Selection | undefined {
  const operands: Selection[] = [];
  let keywords: ScalarNode[] = [];
  const add = (operand: Selection | undefined): void => {
    if (operand) operands.push(operand);
  };
  const flush = (): void => {
    if (keywords.length > 0) add(readItem(draftKeywords(keywords, span), report));
    keywords = [];
  };
  for (const item of items) {
    if (item.kind === "scalar") keywords.push(item);
    else {
      flush();
      add(readSelection(item, report));
    }
  }
  flush();
  const [only] = operands;
  return operands.length === 1 && only?.kind === "item" ? only : { kind: "or", operands, span };
}

function empty(node: Node, report: Report): undefined {
  report(problem("empty-selection", node.span, "there is nothing here to look for"));
  return undefined;
}
