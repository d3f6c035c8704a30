import { bug } from "../../std/index.ts";
import {
  type Database,
  inTransaction,
  retryWithPartitions,
  selectStoredEvents,
  UnknownCommit,
} from "../../store/index.ts";
import { storeRequests } from "./storeRequests.ts";
import type { Waiting } from "./waiting.ts";
import type { Written } from "./writeRequest.ts";

/** A request, and what it came to. */
export type Outcome = readonly [Waiting, Written];

type Store = Pick<Database, "pool">;

export const tenantOf = (group: readonly Waiting[]): number => group[0]?.request.tenantId ?? bug("a group is empty");

/** Stores a group of one tenant in one transaction. What came of it is noted with each if the commit is not answered. */
export async function storeGroup(
  { pool }: Store,
  group: readonly Waiting[],
  timeoutMs: number,
): Promise<readonly Outcome[]> {
  const tenantId = tenantOf(group);
  const requests = group.map(({ request }) => request);
  const now = requests.at(-1)?.now ?? bug("a group is empty");
  let outcomes: readonly Outcome[] = [];
  const transaction = () =>
    inTransaction(
      pool,
      async (db) => {
        const written = await storeRequests(db, tenantId, requests);
        outcomes = group.map((one, place) => [one, written[place] ?? bug("a request has no outcome")]);
      },
      { timeoutMs },
    );
  try {
    await retryWithPartitions(pool, now, transaction);
  } catch (error) {
    if (error instanceof UnknownCommit) for (const [one, written] of outcomes) one.unsure = written;
    throw error;
  }
  return outcomes;
}

/** Finds out what was stored by commits that were never answered: all of a transaction is there, or nothing. */
export async function findStored({ pool }: Store, group: readonly Waiting[]): Promise<readonly Outcome[]> {
  const marks = group.flatMap(markOf);
  if (marks.length === 0) return [];
  const stored = await selectStoredEvents(
    pool,
    tenantOf(group),
    marks.map(([id]) => id),
  );
  return marks.filter(([id]) => stored.has(id)).map(([, outcome]) => outcome);
}

/** An event by which a request is recognised; one that has none can be stored again without harm. */
function markOf(one: Waiting): readonly (readonly [eventId: string, Outcome])[] {
  const { unsure } = one;
  const first = unsure?.kind === "stored" ? unsure.fresh[0] : undefined;
  return unsure && first ? [[first.row.id, [one, unsure]]] : [];
}
