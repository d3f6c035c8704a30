import type { Rule } from "../sigma/index.ts";
import { compileCondition } from "./compileCondition.ts";
import { type CompileList, inTurn } from "./compileItem.ts";
import { compileSelection } from "./compileSelection.ts";
import type { EventView } from "./eventView.ts";
import type { Finder } from "./finder.ts";
import type { Evidence, Match } from "./match.ts";

/** What a rule finds in an event of its logsource, or undefined if it does not match. */
export type CompiledRule = (event: EventView) => Omit<Match<unknown>, "key"> | undefined;

/**
 * Compiles a rule, once: nothing is parsed or checked per event. The rule matches when any of its conditions holds.
 *
 * @param compileList how lists of values are gone through; whatever it does, it finds what asking one after the other finds
 * @param isKnown whether the rule is asked only where it is known to match
 */
export function compileRule({ detection }: Rule, compileList: CompileList = inTurn, isKnown = false): CompiledRule {
  const selections = new Map<string, Finder>();
  for (const [name, body] of detection.selections) selections.set(name, compileSelection(name, body, compileList));
  // Of several conditions it is not known which holds.
  const isOneKnown = isKnown && detection.conditions.length === 1;
  const conditions = detection.conditions.map((condition) => compileCondition(condition, selections, isOneKnown));
  return (event) => {
    for (const [condition, holds] of conditions.entries()) {
      const evidence: Evidence[] = [];
      if (holds(event, evidence)) return { condition, evidence: distinct(evidence) };
    }
    return undefined;
  };
}

/** A selection that the condition names twice is evidence once. */
function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length > fewEnough)
    return [...new Map(evidence.map((entry) => [JSON.stringify(entry), entry])).values()];
  return evidence.filter((entry, index) => evidence.findIndex((other) => isSame(entry, other)) === index);
}

/** Up to here comparing each with each is quicker than spelling them, as values are long. */
const fewEnough = 16;

const isSame = (one: Evidence, other: Evidence): boolean =>
  one.pattern === other.pattern &&
  one.selection === other.selection &&
  one.field === other.field &&
  one.value === other.value;
