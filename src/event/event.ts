import type { Scalar } from "../std/index.ts";

/** Which rules an event is offered to. A rule is considered if every dimension that its logsource names is here. */
export interface Classification {
  readonly product?: string;
  /** An event can belong to several: a Sysmon 13 is `registry_event` and `registry_set`. */
  readonly categories: readonly string[];
  readonly service?: string;
}

/**
 * One normalised record.
 *
 * `fields` maps a field's Sigma name, else its dotted path in the record, to every scalar found there: array indices are
 * dropped, an empty array or object gives an empty list, null gives `[null]`, an absent field is absent.
 */
export interface Event {
  readonly fields: ReadonlyMap<string, readonly Scalar[]>;
  /** Dotted path in the record -> the Sigma name that its leaves have in `fields`, where the two differ. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly classification: Classification;
  /** When it happened, in milliseconds since 1970; absent when the record does not say. */
  readonly timeMs?: number;
  readonly host?: string;
  readonly user?: string;
  readonly sourceAddress?: string;
}
