import type { JsonObject } from "../std/index.ts";
import type { Derivation } from "./derivation.ts";
import type { Fields } from "./fields.ts";

/**
 * One way in which records are written. A new one is a file in `shapes/` and its line in `shapes.ts`; what its events are comes
 * from the rows of `logsources.ts`.
 */
export interface Shape {
  readonly name: string;
  /**
   * Names of which each of its records has one at the top, or as the first part of a dotted name: of other records it is not asked.
   * A shape without is asked of all.
   */
  readonly keys?: readonly string[];
  /** Recognises a record by its keys. Asked in the order of `shapes.ts`; the first that fits reads the record. */
  readonly fits: (record: JsonObject) => boolean;
  /** The record's fields under their Sigma names: `readerOf` a layout, if one can say where they stand. */
  readonly read: (record: JsonObject) => Fields;
  /** A record that one of this shape carries as text: if its own shape is known, it is read in place of it. */
  readonly carries?: (record: JsonObject) => JsonObject | undefined;
  readonly origin: (fields: Fields, record: JsonObject) => Origin;
  /** Fields that its records imply. */
  readonly derivations?: readonly Derivation[];
  /** Fields that say when it happened, where, to whom and from which address: the best first, by their Sigma names. */
  readonly time: readonly string[];
  readonly host: readonly string[];
  readonly user: (fields: Fields, origin: Origin) => string | undefined;
  readonly sourceAddress: readonly string[];
}

/** What the record says about the log that it comes from; `logsources.ts` is looked up by it. */
export interface Origin {
  /** Stands for the rows that know neither log nor provider. */
  readonly product?: string | undefined;
  /** The log: on Windows the channel. */
  readonly log?: string | undefined;
  /** Who wrote to the log; asked when the record does not name the log. */
  readonly provider?: string | undefined;
  /** The kind of event in that log: on Windows the EventID. */
  readonly code?: string | undefined;
  /** What distinguishes events of one code: the EventType of Sysmon's registry events. Asked where the code has such. */
  action?(): string | undefined;
}
