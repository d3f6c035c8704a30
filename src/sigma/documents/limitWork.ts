import { costOf, maxCost } from "../detection/costOf.ts";
import { findModifier } from "../modifiers.ts";
import { problem } from "../problem.ts";
import type { Node, ScalarNode } from "../yaml/node.ts";
import type { WholeDocument } from "./resolveActions.ts";

/**
 * Refuses the documents whose regular expressions and encoded values, with those of the documents before, cost more than any text
 * needs. That is found out before one of them is read.
 */
export function limitWork(documents: readonly WholeDocument[]): readonly WholeDocument[] {
  let cost = 0;
  return documents.map((document) => {
    for (const value of document.root ? valuesIn(document.root) : []) {
      cost += value.cost;
      if (cost > maxCost)
        return { ...document, root: undefined, problems: [...document.problems, tooLarge(value.scalar)] };
    }
    return document;
  });
}

interface CostlyValue {
  readonly scalar: ScalarNode;
  readonly cost: number;
}

/** The values that have modifiers, wherever they stand. */
function* valuesIn(node: Node): Iterable<CostlyValue> {
  if (node.kind === "sequence") for (const item of node.items) yield* valuesIn(item);
  if (node.kind !== "map") return;
  for (const { key, value } of node.entries) {
    const chain = key.text
      .split("|", maxNames)
      .slice(1)
      .flatMap((name) => findModifier(name) ?? []);
    if (chain.length === 0) yield* valuesIn(value);
    else for (const scalar of scalarsOf(value)) yield { scalar, cost: costOf(chain, scalar.text) };
  }
}

/** A field and its modifiers; a key with more is refused when it is read. */
const maxNames = 33;

const scalarsOf = (value: Node): readonly ScalarNode[] =>
  (value.kind === "sequence" ? value.items : [value]).filter((node) => node.kind === "scalar");

const tooLarge = ({ span }: ScalarNode) =>
  problem("source-too-large", span, "the values up to here are too much work together", "split the file");
