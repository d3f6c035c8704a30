import type { Match } from "../../engine/index.ts";
import { type RuleBook, type RuleEntry, ruleOf, severityRank } from "../../rules/index.ts";
import { bug } from "../../std/index.ts";
import {
  claimClientIds,
  claimRequests,
  detectionId,
  insertDetections,
  insertEvents,
  keepAnswers,
  type NewDetectionRow,
  type Queryable,
} from "../../store/index.ts";
import type { CausedDetection, IngestResult } from "../incoming.ts";
import { keepEvidence } from "../keptEvidence.ts";
import type { PreparedEvent, Stored, WriteRequest, Written } from "./writeRequest.ts";

/** At most so many detections are named in an answer; the rest are counted. */
export const maxListedDetections = 1_000;

/**
 * Stores what requests of one tenant bring, in one transaction that is the caller's; each comes to what it would come to alone, in
 * their order.
 *
 * What others may hold is claimed in one order everywhere: requests, senders' ids, and last the sequence of detections, see
 * `insertDetections`. So two transactions never wait for each other.
 */
export async function storeRequests(
  db: Queryable,
  tenantId: number,
  requests: readonly WriteRequest[],
): Promise<readonly Written[]> {
  const isOurs = await claimAll(db, tenantId, requests);
  const isFresh = await withoutDuplicates(db, tenantId, requests.filter(isOurs));
  const written = requests.map((request) => (isOurs(request) ? storedOf(request, isFresh) : answered));
  const stored = written.filter((one) => one.kind === "stored");
  await insertEvents(
    db,
    stored.flatMap(({ fresh }) => fresh.map(({ row }) => row)),
  );
  await keepAnswers(db, tenantId, answersOf(requests, written));
  await insertDetections(
    db,
    tenantId,
    stored.flatMap(({ detections }) => detections),
  );
  return written;
}

const answered: Written = { kind: "answered" };

/** Finds out which requests are to be done: those that carry no key, and those whose key is not known. */
async function claimAll(
  db: Queryable,
  tenantId: number,
  requests: readonly WriteRequest[],
): Promise<(request: WriteRequest) => boolean> {
  const firsts = new Map<string, WriteRequest>();
  for (const request of requests) {
    const key = request.claim?.keyHash.toString("hex");
    if (key !== undefined && !firsts.has(key)) firsts.set(key, request);
  }
  if (firsts.size === 0) return () => true;
  const claims = [...firsts.values()].flatMap(({ claim }) => (claim ? [claim] : []));
  const claimed = await claimRequests(db, tenantId, claims, requests.at(-1)?.now ?? bug("no request"));
  return (request) => {
    const key = request.claim?.keyHash.toString("hex");
    return key === undefined || (claimed.has(key) && firsts.get(key) === request);
  };
}

/** Finds out which events are new: not those whose sender's id is known, or stood earlier in these requests. */
async function withoutDuplicates(
  db: Queryable,
  tenantId: number,
  requests: readonly WriteRequest[],
): Promise<(event: PreparedEvent) => boolean> {
  const firsts = new Map<string, PreparedEvent>();
  for (const { events } of requests) {
    for (const event of events) {
      const key = event.clientHash?.toString("hex");
      if (key !== undefined && !firsts.has(key)) firsts.set(key, event);
    }
  }
  if (firsts.size === 0) return () => true;
  const claims = [...firsts.values()].flatMap(({ clientHash, row }) =>
    clientHash ? [{ hash: clientHash, eventId: row.id }] : [],
  );
  const claimed = await claimClientIds(db, tenantId, claims);
  return (event) => {
    const key = event.clientHash?.toString("hex");
    return key === undefined || (claimed.has(key) && firsts.get(key) === event);
  };
}

function storedOf(request: WriteRequest, isFresh: (event: PreparedEvent) => boolean): Stored {
  const fresh = request.events.filter(isFresh);
  const detections = fresh.flatMap((event) => event.matches.map((match) => detectionRow(event, match, request)));
  return { kind: "stored", result: resultOf(request, fresh), fresh, detections };
}

function detectionRow(
  { row }: PreparedEvent,
  { key, evidence }: Match<number>,
  { tenantId, book, now }: WriteRequest,
): NewDetectionRow {
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
    updatedAt: now,
  };
}

function resultOf({ tenantId, book, events, rejected }: WriteRequest, fresh: readonly PreparedEvent[]): IngestResult {
  const caused = fresh.flatMap((event) => causedBy(event, tenantId, book));
  return {
    accepted: fresh.length,
    duplicates: events.length - fresh.length,
    rejected: [...rejected].sort((one, other) => one.index - other.index),
    detections: caused.slice(0, maxListedDetections),
    detectionsOmitted: Math.max(0, caused.length - maxListedDetections),
  };
}

function causedBy({ index, row, matches }: PreparedEvent, tenantId: number, book: RuleBook): CausedDetection[] {
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

const answersOf = (requests: readonly WriteRequest[], written: readonly Written[]) =>
  requests.flatMap(({ claim }, place) => {
    const one = written[place];
    return claim && one?.kind === "stored" ? [{ keyHash: claim.keyHash, answer: JSON.stringify(one.result) }] : [];
  });
