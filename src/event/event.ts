import type { Scalar } from "../std/index.ts";
import type { Fields } from "./fields.ts";

/** Which rules an event is offered to. A rule is considered if every dimension that its logsource names is here. */
export interface Classification {
  readonly product?: string;
  /** An event can belong to several: a Sysmon 13 is `registry_event` and `registry_set`. */
  readonly categories: readonly string[];
  readonly service?: string;
  /** Services that it belongs to besides: what is in Microsoft 365's audit log is in that of Exchange too. */
  readonly otherServices?: readonly string[];
}

/** One normalised record. What is not asked of it is never worked out. */
export interface Event extends Fields {
  readonly classification: Classification;
  /** The names of the fields that the record itself has, without those that are derived: keywords are searched in these. */
  readonly ownNames: () => readonly string[];
  /** The kind of event in its log, as the record numbers or names it: on Windows the EventID. */
  readonly code: string | undefined;
  /** When it happened, in milliseconds since 1970; undefined where the record does not say. */
  readonly timeMs: number | undefined;
  readonly host: string | undefined;
  readonly user: string | undefined;
  readonly sourceAddress: string | undefined;
  /** The JSON text in which every value of the record stands as JSON writes it; undefined where it is not known. */
  readonly text?: string | undefined;
  /** Those of `eachValue` that the text may not have, as they stand in place of a value of the record; numbers are left out. */
  readonly eachUnwritten?: (visit: (value: Scalar) => void) => void;
}
