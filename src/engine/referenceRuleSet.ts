import type { Event } from "../event/index.ts";
import type { Rule } from "../sigma/index.ts";
import { type CompiledRule, compileRule } from "./compileRule.ts";
import { eventDimensions, requiredDimensions } from "./dimensions.ts";
import { viewEvent } from "./eventView.ts";
import type { Match } from "./match.ts";
import type { Meter } from "./meter.ts";
import type { RuleSet } from "./ruleSet.ts";

/**
 * The plain evaluator, and the oracle of any faster one: every rule whose logsource fits is evaluated, one after the other.
 */
export function createReferenceRuleSet<Key>(rules: Iterable<readonly [Key, Rule]>): RuleSet<Key> {
  return ruleSetOf(new Map(Array.from(rules, ([key, rule]) => [key, compileEntry(rule)])));
}

function ruleSetOf<Key>(entries: ReadonlyMap<Key, Entry>): RuleSet<Key> {
  const table = makeTable(entries);
  return {
    size: entries.size,
    match: (event, meter) => matchTable(table, event, meter),
    with: ({ set = [], delete: removed = [] }) => {
      const next = new Map(entries);
      for (const key of removed) next.delete(key);
      for (const [key, rule] of set) next.set(key, compileEntry(rule));
      return ruleSetOf(next);
    },
  };
}

interface Entry {
  readonly dimensions: readonly string[];
  readonly matches: CompiledRule;
}

const compileEntry = (rule: Rule): Entry => ({
  dimensions: requiredDimensions(rule.logsource),
  matches: compileRule(rule),
});

/** Thousands of rules name some hundred logsources: an event is compared with each logsource once. */
interface Table<Key> {
  readonly logsources: readonly (readonly string[])[];
  /** `logsource` is the place in `logsources`. */
  readonly rows: readonly { readonly key: Key; readonly logsource: number; readonly matches: CompiledRule }[];
}

function makeTable<Key>(entries: ReadonlyMap<Key, Entry>): Table<Key> {
  const logsources: (readonly string[])[] = [];
  const places = new Map<string, number>();
  const placeOf = (dimensions: readonly string[]): number => {
    const spelling = JSON.stringify(dimensions);
    const place = places.get(spelling) ?? logsources.push(dimensions) - 1;
    places.set(spelling, place);
    return place;
  };
  const rows = Array.from(entries, ([key, { dimensions, matches }]) => ({
    key,
    logsource: placeOf(dimensions),
    matches,
  }));
  return { logsources, rows };
}

function matchTable<Key>(
  { logsources, rows }: Table<Key>,
  event: Event,
  meter: Meter<Key> | undefined,
): readonly Match<Key>[] {
  const known: ReadonlySet<string> = eventDimensions(event.classification);
  const fits = logsources.map((dimensions) => dimensions.every((dimension) => known.has(dimension)));
  const view = viewEvent(event);
  const matches: Match<Key>[] = [];
  for (const row of rows) {
    if (!fits[row.logsource]) continue;
    const start = meter?.now() ?? 0;
    const found = row.matches(view);
    meter?.spend(row.key, meter.now() - start);
    if (found) matches.push({ key: row.key, ...found });
  }
  return matches;
}
