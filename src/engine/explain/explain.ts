import type { Classification, Event } from "../../event/index.ts";
import type { Logsource, Rule } from "../../sigma/index.ts";
import { inTurn } from "../compileItem.ts";
import { compileRule } from "../compileRule.ts";
import { compileSelection } from "../compileSelection.ts";
import { eventDimensions, requiredDimensions } from "../dimensions.ts";
import { type EventView, viewEvent } from "../eventView.ts";
import type { Finder } from "../finder.ts";
import { explainCondition } from "./explainCondition.ts";
import type { DimensionExplanation, Explanation } from "./explanation.ts";

/**
 * Explains why a rule matches an event, or why not: what each part of it asked, what the event had, and the verdict.
 *
 * Every verdict is that of the reference evaluator's own compiled part, so that this says nothing that `match` does not do.
 */
export function explain(rule: Rule, event: Event): Explanation {
  const view = viewEvent(event);
  const { selections, conditions } = rule.detection;
  const finders = new Map(
    Array.from(selections, ([name, body]) => [name, once(compileSelection(name, body, inTurn), view)]),
  );
  const asking = { selections, finders, view, explained: new Set<string>() };
  const logsource = explainLogsource(rule.logsource, event.classification);
  const isConsidered = logsource.every(({ holds }) => holds);
  const matches = compileRule(rule)(view) !== undefined;
  return {
    verdict: isConsidered ? (matches ? "match" : "no-match") : "not-considered",
    logsource,
    conditions: conditions.map((condition) => explainCondition(condition, asking)),
  };
}

/** A condition may name a selection a thousand times, and each node of it is evaluated by itself: the answer is kept. */
function once(finder: Finder, view: EventView): Finder {
  const holds = finder(view, []);
  return () => holds;
}

/** Whether a rule of this logsource is offered events that are classified so: see `match`. */
export function isConsidered(logsource: Logsource, classification: Classification): boolean {
  const known = eventDimensions(classification);
  return requiredDimensions(logsource).every((dimension) => known.has(dimension));
}

function explainLogsource(logsource: Logsource, classification: Classification): readonly DimensionExplanation[] {
  const { product, categories, service, otherServices = [] } = classification;
  const had = { product: listOf(product), category: categories, service: [...listOf(service), ...otherServices] };
  return (["product", "category", "service"] as const).flatMap((dimension) => {
    const { [dimension]: asked, span } = logsource;
    if (asked === undefined) return [];
    const holds = isConsidered({ [dimension]: asked, span }, classification);
    return [{ dimension, asked, had: had[dimension], holds }];
  });
}

const listOf = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);
