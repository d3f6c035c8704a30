import { problem, type Report } from "../problem.ts";
import type { Selection } from "../rule.ts";
import type { Node, ScalarNode, SequenceNode } from "../yaml/node.ts";
import { draftItem, draftKeywords } from "./draftItem.ts";
import { readItem } from "./readItem.ts";

/**
 * Reads the body of a selection: a map is an `and` of its items, a list an `or`, scalars are keywords. Undefined, or without
 * the part at fault, if something is wrong, which has then been reported.
 *
 * @see Sigma 2.1, "Detection": lists and maps
 */
export function readSelection(node: Node, report: Report): Selection | undefined {
  switch (node.kind) {
    case "map": {
      if (node.entries.length === 0) return empty(node, report);
      const drafts = node.entries.flatMap((entry) => draftItem(entry, report) ?? []);
      return { kind: "and", operands: drafts.flatMap((draft) => readItem(draft, report) ?? []), span: node.span };
    }
    case "sequence":
      return node.items.length === 0 ? empty(node, report) : readList(node, report);
    case "scalar":
      return node.type === "null" ? empty(node, report) : readItem(draftKeywords([node], node.span), report);
  }
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
