/**
 * Why a rule matched: one true leaf on a satisfied branch of its condition.
 *
 * The entries stand in the order of the condition, within a selection in the order of the rule, each once. Of an `or`,
 * a quantifier or a list of values every branch that holds is listed, not the first alone; of an array the first member
 * that matches. A satisfied negation is one entry. The same rule and event always give the same evidence.
 */
export interface Evidence {
  /** The selection; for a satisfied negation, what was negated: `filter`, `1 of filter_*`. */
  readonly selection: string;
  /** The field as the rule names it; for a keyword, the field that it was found in. Absent for a condition's satisfied negation. */
  readonly field?: string;
  /** The event's value as text, whole; absent for a satisfied negation, a test of absence, and where there is no scalar. */
  readonly value?: string;
  /** The rule's value as written; for a satisfied negation, `not` and what was negated: of `neq`, its values. */
  readonly pattern: string;
}

/** This rule, this event. `key` is what the caller gave the rule when it was added to the set. */
export interface Match<Key> {
  readonly key: Key;
  /** The first of the rule's conditions that held, counted from 0. */
  readonly condition: number;
  readonly evidence: readonly Evidence[];
}
