import { remember } from "../../std/index.ts";
import { costOf, maxCost } from "../detection/costOf.ts";
import { findModifier } from "../modifiers.ts";
import type { Modifier } from "../modifiers/modifier.ts";
import { problem } from "../problem.ts";
import type { Node, ScalarNode } from "../yaml/node.ts";
import type { WholeDocument } from "./resolveActions.ts";

/**
 * Refuses the documents whose regular expressions and encoded values, with those of the documents before, cost more than any text
 * needs. That is found out before one of them is read.
 */
export function limitWork(documents: readonly WholeDocument[]): readonly WholeDocument[] {
  const work: Work = { cost: 0 };
  return documents.map((document) => {
    const found = document.root && findExcess(document.root, work);
    return found ? { ...document, root: undefined, problems: [...document.problems, tooLarge(found)] } : document;
  });
}

/** What the values cost so far. */
interface Work {
  cost: number;
}

/** The first value with modifiers, wherever it stands, up to which it is too much. This looks at every key of every rule, so it has no closures. */
function findExcess(node: Node, work: Work): ScalarNode | undefined {
  if (node.kind === "scalar") return undefined;
  if (node.kind === "sequence") {
    for (const item of node.items) {
      const found = item.kind === "scalar" ? undefined : findExcess(item, work);
      if (found) return found;
    }
    return undefined;
  }
  for (const { key, value } of node.entries) {
    const bar = key.text.indexOf("|");
    const chain = bar < 0 ? [] : chainOf(key.text.slice(bar + 1));
    const found = chain.length === 0 ? findExcess(value, work) : addCosts(value, chain, work);
    if (found) return found;
  }
  return undefined;
}

function addCosts(node: Node, chain: readonly Modifier[], work: Work): ScalarNode | undefined {
  for (const value of node.kind === "sequence" ? node.items : [node]) {
    if (value.kind !== "scalar") continue;
    work.cost += costOf(chain, value.text);
    if (work.cost > maxCost) return value;
  }
  return undefined;
}

/** Of the names behind a field. Others than modifiers are refused when the item is read. */
const chainOf = remember((names: string): readonly Modifier[] =>
  names.split("|", maxNames).flatMap((name) => findModifier(name) ?? []),
);

/** A key with more is refused as well. */
const maxNames = 32;

const tooLarge = ({ span }: ScalarNode) =>
  problem("source-too-large", span, "the values up to here are too much work together", "split the file");
