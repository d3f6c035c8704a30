/** Why a rule matched: one true leaf on a satisfied branch of its condition. */
export interface Evidence {
  readonly selection: string;
  /** The field as the rule names it; for a keyword, the field that it was found in. Absent for a satisfied negation. */
  readonly field?: string;
  /** The event's value as text; absent for a satisfied negation and for a test of absence. */
  readonly value?: string;
  /** The rule's value as written; for a satisfied negation, `not` and what was negated. */
  readonly pattern: string;
}

/** This rule, this event. `key` is what the caller gave the rule when it was added to the set. */
export interface Match<Key> {
  readonly key: Key;
  /** Which of the rule's conditions held, counted from 0. */
  readonly condition: number;
  readonly evidence: readonly Evidence[];
}
