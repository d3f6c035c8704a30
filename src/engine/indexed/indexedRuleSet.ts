import type { Event } from "../../event/index.ts";
import type { Rule } from "../../sigma/index.ts";
import { bug } from "../../std/index.ts";
import type { EventView } from "../eventView.ts";
import type { Match } from "../match.ts";
import type { Meter } from "../meter.ts";
import type { RuleChanges, RuleSet } from "../ruleSet.ts";
import { type Logic, logicOf } from "./logic.ts";
import type { Report } from "./logicIndex.ts";
import { changeLogsources, type Logsources, type Lookup, lookupsOf } from "./logsources.ts";
import { viewThroughSlots } from "./slottedView.ts";

/**
 * The fast evaluator: rules are looked up by what must stand in an event for them to match, and only those that are found are evaluated.
 *
 * It gives what the reference evaluator gives, which says the evidence here too.
 */
export function createIndexedRuleSet<Key>(rules: Iterable<readonly [Key, Rule]>): RuleSet<Key> {
  return ruleSetOf(changeState<Key>(emptyState(), { set: rules }));
}

const emptyState = <Key>(): State<Key> => ({
  entries: new Map(),
  owners: new Map(),
  logsources: new Map(),
  nextPlace: 0,
});

interface State<Key> {
  readonly entries: ReadonlyMap<Key, Entry>;
  /** Who asks what: of rules with equal logic every one. A logic that has none is not asked any more. */
  readonly owners: ReadonlyMap<Logic, readonly Owner<Key>[]>;
  readonly logsources: Logsources;
  /** The place of the next new key. */
  readonly nextPlace: number;
}

interface Entry {
  readonly logic: Logic;
  readonly place: number;
}

interface Owner<Key> {
  readonly key: Key;
  /** Matches are given in the order of these. */
  readonly place: number;
}

function changeState<Key>(state: State<Key>, { set = [], delete: removed = [] }: RuleChanges<Key>): State<Key> {
  const entries = new Map(state.entries);
  const owners = new Map(state.owners);
  let { nextPlace } = state;
  /** Lists that this change has made, so that it may add to them: thousands of tenants can ask the same. */
  const made = new Map<Logic, Owner<Key>[]>();
  const own = (logic: Logic, owner: Owner<Key>): void => {
    const list = made.get(logic) ?? [...(owners.get(logic) ?? [])];
    list.push(owner);
    made.set(logic, list);
    owners.set(logic, list);
  };
  const disown = (key: Key): void => {
    const entry = entries.get(key);
    if (!entry) return;
    made.delete(entry.logic);
    const others = (owners.get(entry.logic) ?? []).filter((owner) => owner.key !== key);
    if (others.length > 0) owners.set(entry.logic, others);
    else owners.delete(entry.logic);
  };
  for (const key of removed) {
    disown(key);
    entries.delete(key);
  }
  for (const [key, rule] of set) {
    disown(key);
    const logic = logicOf(rule);
    const place = entries.get(key)?.place ?? nextPlace++;
    entries.set(key, { logic, place });
    own(logic, { key, place });
  }
  const added = [...owners.keys()].filter((logic) => !state.owners.has(logic));
  const gone = [...state.owners.keys()].filter((logic) => !owners.has(logic));
  const logsources = changeLogsources(state.logsources, { added, gone, isAlive: (logic) => owners.has(logic) });
  return { entries, owners, logsources, nextPlace };
}

function ruleSetOf<Key>(state: State<Key>): RuleSet<Key> {
  const { entries, owners, logsources } = state;
  const lookupFor = lookupsOf(logsources);
  return {
    size: entries.size,
    with: (changes) => ruleSetOf(changeState(state, changes)),
    match: (event, meter) => matchAll(lookupFor(event.classification), owners, event, meter),
  };
}

function matchAll<Key>(
  lookUp: Lookup,
  owners: ReadonlyMap<Logic, readonly Owner<Key>[]>,
  event: Event,
  meter: Meter<Key> | undefined,
): readonly Match<Key>[] {
  let view: EventView | undefined;
  let found: (Owner<Key> & Match<Key>)[] | undefined;
  const evaluate = (logic: Logic): void => {
    view ??= viewThroughSlots(event);
    if (!logic.test(view)) return;
    // Few logics hold: of those that do not it is not looked up who asks them, if anybody does any more.
    const asking = owners.get(logic);
    if (!asking) return;
    const { condition, evidence } = logic.find(view) ?? bug("the two evaluators do not agree");
    found ??= [];
    for (const { key, place } of asking) found.push({ key, place, condition, evidence });
  };
  lookUp(event, meter ? metered(evaluate, owners, meter) : evaluate);
  return found === undefined ? [] : inOrder(found);
}

/** Tells what each logic takes to those who ask it. */
const metered =
  <Key>(evaluate: Report, owners: ReadonlyMap<Logic, readonly Owner<Key>[]>, meter: Meter<Key>): Report =>
  (logic) => {
    const start = meter.now();
    evaluate(logic);
    const time = meter.now() - start;
    const asking = owners.get(logic) ?? [];
    for (const { key } of asking) meter.spend(key, time / asking.length);
  };

function inOrder<Key>(found: (Owner<Key> & Match<Key>)[]): readonly Match<Key>[] {
  if (found.length > 1) found.sort((one, other) => one.place - other.place);
  return found.map(({ key, condition, evidence }) => ({ key, condition, evidence }));
}
