import { createHash } from "node:crypto";
import { bug } from "../std/index.ts";
import { type RequestClaim, selectAnswer } from "../store/index.ts";
import type { IngestResult } from "./incoming.ts";
import type { Pipeline } from "./ingestEvents.ts";

/** A request that is to be done once, however often it is sent: its sender's key for it, and all that it says. */
export interface OnceRequest {
  readonly tenantId: number;
  /** 1 to `longestRequestKey` characters. */
  readonly key: string;
  /** Its parts, one by one. */
  readonly says: readonly (string | Uint8Array)[];
}

export const longestRequestKey = 255;

/** The key was that of a request that said something else. */
export class RequestKeyReused extends Error {}

export interface OnceResult {
  readonly result: IngestResult;
  /** The answer is that of an earlier request. */
  readonly isReplayed: boolean;
}

/** Requests with a key that this process works on, by tenant and key. Each ends, one way or another. */
const underWay = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Does a request once: the same key again gets the same answer. A twin waits for the first one; if that fails, it is done itself. Of
 * twins in two processes one waits in the database, where the key is claimed in the transaction that stores the events.
 *
 * @param ingest ends in `ingestClaimed` with the claim, and so in undefined if a twin was first
 * @throws RequestKeyReused if the key was that of another request
 */
export async function ingestOnce(
  pipeline: Pick<Pipeline, "database">,
  request: OnceRequest,
  ingest: (claim: RequestClaim) => Promise<IngestResult | undefined>,
): Promise<OnceResult> {
  const running = runningOf(pipeline.database);
  const claim = claimOf(request);
  const name = `${request.tenantId} ${claim.keyHash.toString("hex")}`;
  for (let twin = running.get(name); twin; twin = running.get(name)) await twin.catch(() => undefined);
  const work = perform(pipeline, request.tenantId, claim, ingest);
  running.set(name, work);
  try {
    return await work;
  } finally {
    running.delete(name);
  }
}

function runningOf(database: object): Map<string, Promise<unknown>> {
  const running = underWay.get(database) ?? new Map<string, Promise<unknown>>();
  underWay.set(database, running);
  return running;
}

async function perform(
  pipeline: Pick<Pipeline, "database">,
  tenantId: number,
  claim: RequestClaim,
  ingest: (claim: RequestClaim) => Promise<IngestResult | undefined>,
): Promise<OnceResult> {
  const earlier = await replay(pipeline, tenantId, claim);
  if (earlier) return earlier;
  const result = await ingest(claim);
  if (result) return { result, isReplayed: false };
  return (await replay(pipeline, tenantId, claim)) ?? bug("a request was answered, and its answer is not there");
}

async function replay(
  { database }: Pick<Pipeline, "database">,
  tenantId: number,
  { keyHash, bodyHash }: RequestClaim,
): Promise<OnceResult | undefined> {
  const kept = await selectAnswer(database.pool, tenantId, keyHash);
  if (!kept) return undefined;
  if (!kept.bodyHash.equals(bodyHash)) throw new RequestKeyReused("this key was that of another request");
  return { result: JSON.parse(kept.answer) as IngestResult, isReplayed: true };
}

const hash = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  parts.reduce((all, part) => all.update(part), createHash("sha256")).digest();

const claimOf = ({ key, says }: OnceRequest): RequestClaim => ({
  keyHash: hash(key),
  // Of each part its hash: where one ends and the next begins is part of what is said.
  bodyHash: hash(...says.map((part) => hash(part))),
});
