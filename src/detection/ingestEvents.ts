import { createHash } from "node:crypto";
import { normalise } from "../event/index.ts";
import type { MatchedEvent } from "../matching/index.ts";
import type { RuleRegistry, Tallies } from "../rules/index.ts";
import { bug, type Clock } from "../std/index.ts";
import { type Database, type EventRow, newUuid, type RequestClaim } from "../store/index.ts";
import type { Admission } from "./admission.ts";
import type { Feed } from "./feed/feed.ts";
import { eventTime, timeOrigins } from "./eventTime.ts";
import type { IncomingRecord, IngestResult, Rejection } from "./incoming.ts";
import type { PreparedEvent } from "./writing/writeRequest.ts";
import type { Writer } from "./writing/writer.ts";

/** What the pipeline needs to work with. */
export interface Pipeline {
  readonly database: Database;
  readonly registry: RuleRegistry;
  readonly clock: Clock;
  /** Stores what requests bring, with its detections. */
  readonly writer: Writer;
  /** Decides how much is under way at once. */
  readonly admission: Admission;
  /** Told of new detections, for those who follow them. */
  readonly feed: Feed;
  /** Counts which fields events carry, where that is wanted. */
  readonly tallies?: Tallies;
  /** Told what each batch came to, whichever way it came. `stored` counts detections, those of rules on trial included. */
  readonly onIngested?: (result: IngestResult, stored: number) => void;
}

/** What a request says beside its records. */
export interface IngestOptions {
  /** What was refused before, for the answer. */
  readonly rejected?: readonly Rejection[];
  /** See `ingestOnce`. */
  readonly claim?: RequestClaim;
}

/**
 * The life of a batch: normalise, match, and one transaction with events and detections. Answers after commit.
 *
 * @returns undefined if its claim was not granted: it has been answered before
 * @throws MatchingFailure if matching was interrupted: nothing is stored, the same batch may come again
 * @throws WritingFailure if the database did not take it in time: the same batch may come again
 */
export async function ingestClaimed(
  pipeline: Pipeline,
  tenantId: number,
  records: readonly IncomingRecord[],
  { rejected = [], claim }: IngestOptions,
): Promise<IngestResult | undefined> {
  const { registry, clock, writer, feed, tallies, onIngested } = pipeline;
  const { book, events } = await registry.match(tenantId, records);
  const now = clock();
  const prepared = records.map((record, place) => {
    const event = events[place] ?? bug(`record ${record.index} has not been matched`);
    return prepare(record, event, { tenantId, now });
  });
  const written = await writer.write({ tenantId, book, events: prepared, rejected, now, claim });
  if (written.kind === "answered") return undefined;
  const { result, fresh, detections } = written;
  if (detections.length > 0) feed.announce(tenantId);
  tallies?.add(
    tenantId,
    book,
    fresh.map(({ counted }) => counted),
  );
  onIngested?.(result, detections.length);
  return result;
}

/** The same for a batch without a claim. */
export const ingestEvents = async (
  pipeline: Pipeline,
  tenantId: number,
  records: readonly IncomingRecord[],
  rejected: readonly Rejection[] = [],
): Promise<IngestResult> =>
  (await ingestClaimed(pipeline, tenantId, records, { rejected })) ?? bug("a batch without a claim was refused");

interface Arrival {
  readonly tenantId: number;
  readonly now: Date;
}

function prepare(record: IncomingRecord, event: MatchedEvent, arrival: Arrival): PreparedEvent {
  return {
    index: record.index,
    counted: {
      classification: event.classification,
      code: event.code,
      // The event itself was in a thread; few are looked at.
      look: () => normalise(record.record, record.logsource),
    },
    row: eventRow(event, record, arrival),
    clientHash: hashOfId(record),
    matches: event.matches,
  };
}

/** An event in a record that holds many is known by the record's id and its place in it. */
function hashOfId({ clientId, position }: IncomingRecord): Buffer | undefined {
  if (clientId === undefined) return undefined;
  const ofId = createHash("sha256").update(clientId).digest();
  // The hash of the id, not the id: an id that ends in a number is another one's with a place otherwise.
  return position === undefined ? ofId : createHash("sha256").update(ofId).update(String(position)).digest();
}

function eventRow(event: MatchedEvent, record: IncomingRecord, { tenantId, now }: Arrival): EventRow {
  const { product = null, categories, service = null, otherServices = null } = event.classification;
  const { time, origin } = eventTime({ senderMs: record.timeMs, recordMs: event.timeMs }, now);
  return {
    id: newUuid(now.getTime()),
    tenantId,
    time,
    timeOrigin: timeOrigins.indexOf(origin),
    product,
    categories,
    service,
    otherServices,
    host: event.host ?? null,
    user: event.user ?? null,
    sourceAddress: event.sourceAddress ?? null,
    record: record.text,
  };
}
