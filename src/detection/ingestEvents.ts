import { createHash } from "node:crypto";
import { type Countable, normalise } from "../event/index.ts";
import type { Match } from "../engine/index.ts";
import type { MatchedEvent } from "../matching/index.ts";
import {
  type RuleBook,
  type RuleEntry,
  ruleOf,
  type RuleRegistry,
  severityRank,
  type Tallies,
} from "../rules/index.ts";
import { bug, type Clock } from "../std/index.ts";
import {
  claimClientIds,
  type Database,
  detectionId,
  type EventRow,
  inTransaction,
  insertDetections,
  insertEvents,
  newUuid,
  type Queryable,
  retryWithPartitions,
} from "../store/index.ts";
import type { Feed } from "./feed/feed.ts";
import { eventTime, timeOrigins } from "./eventTime.ts";
import { keepEvidence } from "./keptEvidence.ts";
import type { CausedDetection, IncomingRecord, IngestResult, Rejection } from "./incoming.ts";

/** What the pipeline needs to work with. */
export interface Pipeline {
  readonly database: Database;
  readonly registry: RuleRegistry;
  readonly clock: Clock;
  /** Told of new detections, for those who follow them. */
  readonly feed: Feed;
  /** Counts which fields events carry, where that is wanted. */
  readonly tallies?: Tallies;
  /** Told what each batch came to, whichever way it came. `stored` counts detections, those of rules on trial included. */
  readonly onIngested?: (result: IngestResult, stored: number) => void;
}

/** At most so many detections are named in an answer; the rest are counted. */
export const maxListedDetections = 1_000;

/** An event that is about to be stored, with its matches. */
interface Prepared {
  readonly index: number;
  readonly counted: Countable;
  readonly row: EventRow;
  readonly clientHash: Buffer | undefined;
  readonly matches: readonly Match<number>[];
}

/**
 * The life of a batch: normalise, match, and one transaction with events and detections. Answers after commit.
 *
 * @param rejected what was refused before, for the answer
 * @throws MatchingFailure if matching was interrupted: nothing is stored, the same batch may come again
 */
export async function ingestEvents(
  pipeline: Pipeline,
  tenantId: number,
  records: readonly IncomingRecord[],
  rejected: readonly Rejection[] = [],
): Promise<IngestResult> {
  const { database, registry, clock } = pipeline;
  const { book, events } = await registry.match(tenantId, records);
  const now = clock();
  const prepared = records.map((record, place) => {
    const event = events[place] ?? bug(`record ${record.index} has not been matched`);
    return prepare(record, event, { tenantId, now });
  });
  const { fresh, inserted } = await store(database, { tenantId, book, now }, prepared);
  if (inserted.size > 0) pipeline.feed.announce(tenantId);
  const caused = fresh.flatMap((event) => causedBy(event, tenantId, book)).filter(({ id }) => inserted.has(id));
  const result = {
    accepted: fresh.length,
    duplicates: prepared.length - fresh.length,
    rejected: [...rejected].sort((one, other) => one.index - other.index),
    detections: caused.slice(0, maxListedDetections),
    detectionsOmitted: Math.max(0, caused.length - maxListedDetections),
  };
  pipeline.tallies?.add(
    tenantId,
    book,
    fresh.map(({ counted }) => counted),
  );
  pipeline.onIngested?.(result, inserted.size);
  return result;
}

/** A tenant's state of things, the same for the whole batch. */
interface Batch {
  readonly tenantId: number;
  readonly book: RuleBook;
  readonly now: Date;
}

function prepare(record: IncomingRecord, event: MatchedEvent, batch: Pick<Batch, "tenantId" | "now">): Prepared {
  return {
    index: record.index,
    counted: {
      classification: event.classification,
      code: event.code,
      // The event itself was in a thread; few are looked at.
      look: () => normalise(record.record, record.logsource),
    },
    row: eventRow(event, record, batch),
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

function eventRow(
  event: MatchedEvent,
  record: IncomingRecord,
  { tenantId, now }: Pick<Batch, "tenantId" | "now">,
): EventRow {
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

/** Stores what is new. The detections come last: see `insertDetections`. */
async function store(database: Database, batch: Batch, prepared: readonly Prepared[]) {
  const { pool } = database;
  const transaction = () => inTransaction(pool, (db) => storeIn(db, batch, prepared));
  return await retryWithPartitions(pool, batch.now, transaction);
}

async function storeIn(db: Queryable, batch: Batch, prepared: readonly Prepared[]) {
  const fresh = await withoutDuplicates(prepared, (claims) => claimClientIds(db, batch.tenantId, claims));
  await insertEvents(
    db,
    fresh.map(({ row }) => row),
  );
  const rows = fresh.flatMap((event) => event.matches.map((one) => detectionRow(event, one, batch)));
  return { fresh, inserted: await insertDetections(db, batch.tenantId, rows, batch.now) };
}

/** Leaves out events whose sender's id is known, or stood earlier in this batch. */
async function withoutDuplicates(
  prepared: readonly Prepared[],
  claim: (claims: readonly { hash: Buffer; eventId: string }[]) => Promise<ReadonlySet<string>>,
): Promise<Prepared[]> {
  const firsts = new Map<string, Prepared>();
  for (const event of prepared) {
    const key = event.clientHash?.toString("hex");
    if (key !== undefined && !firsts.has(key)) firsts.set(key, event);
  }
  const claims = [...firsts.values()].flatMap(({ clientHash, row }) =>
    clientHash ? [{ hash: clientHash, eventId: row.id }] : [],
  );
  const claimed = await claim(claims);
  return prepared.filter((event) => {
    const key = event.clientHash?.toString("hex");
    return key === undefined || (claimed.has(key) && firsts.get(key) === event);
  });
}

function detectionRow({ row }: Prepared, { key, evidence }: Match<number>, { tenantId, book }: Batch) {
  const rule = ruleOf(book, key);
  const { id: eventId, time, host, user, sourceAddress } = row;
  return {
    id: detectionId(tenantId, key, eventId),
    time,
    ruleId: key,
    revision: rule.revision,
    eventId,
    severity: severityRank(rule.severity),
    isTest: rule.state === "TESTING",
    host,
    user,
    sourceAddress,
    evidence: JSON.stringify(keepEvidence(evidence)),
  };
}

function causedBy({ index, row, matches }: Prepared, tenantId: number, book: RuleBook): CausedDetection[] {
  return matches
    .map(({ key }) => ruleOf(book, key))
    .filter(({ state }) => state !== "TESTING")
    .map((rule) => ({ index, id: detectionId(tenantId, rule.id, row.id), ...describe(rule) }));
}

const describe = ({ identity, title, severity, attack }: RuleEntry) => ({
  ruleId: identity,
  title,
  severity,
  techniques: attack.techniques.map(({ id }) => id),
});
