import type { Event } from "../event/index.ts";
import type { Rule } from "../sigma/index.ts";
import type { Match } from "./match.ts";
import type { Meter } from "./meter.ts";

/** Rules ready to be matched: an immutable value. Keys are compared as `Map` compares them. */
export interface RuleSet<Key> {
  readonly size: number;
  /** The set with some rules changed; only those are compiled. This set stays as it is. */
  readonly with: (changes: RuleChanges<Key>) => RuleSet<Key>;
  /** How this engine answers `match`. */
  readonly match: (event: Event, meter?: Meter<Key>) => readonly Match<Key>[];
}

/** Deletions come first. A key that is set again keeps its place; one that is not in the set may be deleted. */
export interface RuleChanges<Key> {
  readonly set?: Iterable<readonly [Key, Rule]>;
  readonly delete?: Iterable<Key>;
}

/**
 * The rules that an event matches, in the order in which their keys were first set.
 *
 * A rule is considered if the event's classification has every dimension that the rule's logsource names; a rule with an
 * empty logsource always is.
 */
export const match = <Key>(ruleSet: RuleSet<Key>, event: Event, meter?: Meter<Key>): readonly Match<Key>[] =>
  ruleSet.match(event, meter);
