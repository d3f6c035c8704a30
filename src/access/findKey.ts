import { setTimeout as sleep } from "node:timers/promises";
import { type Database, type KeyRow, selectKeys } from "../store/index.ts";
import { hashKey } from "./key.ts";

type Pool = Database["pool"];

/** Keys that wait to be asked for, and what they will come to. */
interface Question {
  readonly hashes: Map<string, Uint8Array>;
  readonly rows: Promise<readonly KeyRow[]>;
}

interface Asking {
  /** The question that is not sent yet. */
  next: Question | undefined;
  /** Ends with the one that is under way. */
  last: Promise<unknown>;
}

/** A question that takes longer holds nobody up but those who are in it. */
const turnMs = 1_000;

const askings = new WeakMap<Pool, Asking>();

/**
 * The row of a key. Requests that come while the database is asked are asked for together next: many at once cost little more than one, and
 * no answer is older than its request, so that a revoked key stops at once.
 */
export async function findKey(pool: Pool, key: string, now: Date): Promise<KeyRow | undefined> {
  const asking = askings.get(pool) ?? { next: undefined, last: Promise.resolve() };
  askings.set(pool, asking);
  const hash = Buffer.from(hashKey(key));
  const question = (asking.next ??= nextQuestion(pool, asking));
  question.hashes.set(hash.toString("hex"), hash);
  const rows = await question.rows;
  const isPrevious = ({ previousHash, previousExpiresAt }: KeyRow) =>
    previousHash?.equals(hash) === true && previousExpiresAt !== null && previousExpiresAt > now;
  return rows.find((row) => row.hash.equals(hash)) ?? rows.find(isPrevious);
}

function nextQuestion(pool: Pool, asking: Asking): Question {
  const hashes = new Map<string, Uint8Array>();
  const turn = Promise.race([asking.last, sleep(turnMs, undefined, { ref: false })]);
  const rows = turn.then(() => {
    asking.next = undefined;
    return selectKeys(pool, [...hashes.values()]);
  });
  asking.last = rows.catch(() => undefined);
  return { hashes, rows };
}
