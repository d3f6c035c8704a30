import type { Match } from "../../engine/index.ts";
import type { Countable } from "../../event/index.ts";
import type { RuleBook } from "../../rules/index.ts";
import type { EventRow, NewDetectionRow, RequestClaim } from "../../store/index.ts";
import type { IngestResult, Rejection } from "../incoming.ts";

/** An event that is about to be stored, with its matches. */
export interface PreparedEvent {
  /** The place in the request of the record that it is or is in. */
  readonly index: number;
  readonly counted: Countable;
  readonly row: EventRow;
  readonly clientHash: Buffer | undefined;
  readonly matches: readonly Match<number>[];
}

/** What one request has to store: all of it is stored, or nothing. */
export interface WriteRequest {
  readonly tenantId: number;
  /** The rules that its events were matched against. */
  readonly book: RuleBook;
  readonly events: readonly PreparedEvent[];
  /** What was refused before, for the answer. */
  readonly rejected: readonly Rejection[];
  /** When it came. */
  readonly now: Date;
  /** Given if it is to be done once, however often it is sent. */
  readonly claim?: RequestClaim | undefined;
}

/** What became of a request that was stored. */
export interface Stored {
  readonly kind: "stored";
  readonly result: IngestResult;
  /** Its events without duplicates. */
  readonly fresh: readonly PreparedEvent[];
  /** Those of rules on trial included. */
  readonly detections: readonly NewDetectionRow[];
}

/** What became of a request: stored, or answered before, by whichever process. */
export type Written = Stored | { readonly kind: "answered" };
