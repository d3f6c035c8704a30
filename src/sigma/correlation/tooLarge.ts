import { type Problem, problem } from "../problem.ts";
import type { MapNode, Node } from "../yaml/node.ts";

/** They bound the work that one correlation can ask for; the largest in use have some ten rules. */
const maxItems = 1_000;
const maxConditionLength = 10_000;

/** The problem of a `correlation` section that is not worth reading; undefined of any other. */
export function tooLarge(section: MapNode): Problem | undefined {
  const oversized = section.entries.find(({ value }) => isOversized(value));
  if (!oversized) return undefined;
  const limits = `${maxItems} rules, fields or aliases, and ${maxConditionLength} characters of a condition`;
  return problem("rule-too-large", oversized.value.span, `a correlation has at most ${limits}`);
}

function isOversized(value: Node): boolean {
  switch (value.kind) {
    case "scalar":
      return value.text.length > maxConditionLength;
    case "sequence":
      return value.items.length > maxItems;
    case "map":
      return countEntries(value) > maxItems;
  }
}

/** Of a map and the maps in it. */
const countEntries = ({ entries }: MapNode): number =>
  entries.reduce((sum, { value }) => sum + 1 + (value.kind === "map" ? value.entries.length : 0), 0);
