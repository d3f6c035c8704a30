import type { Queryable } from "../queryable.ts";
import { valuesLists } from "./values.ts";

export interface ClientIdRow {
  /** SHA-256 of the sender's event id. */
  readonly hash: Buffer;
  readonly eventId: string;
}

/**
 * Remembers senders' event ids and returns the hashes, in hexadecimal, that were not known before.
 *
 * A concurrent twin waits here for the first transaction to end. Sorted, so that two batches cannot deadlock.
 */
export async function claimClientIds(
  db: Queryable,
  tenantId: number,
  claims: readonly ClientIdRow[],
): Promise<ReadonlySet<string>> {
  const sorted = [...claims].sort((a, b) => Buffer.compare(a.hash, b.hash));
  const rows = sorted.map(({ hash, eventId }) => [tenantId, hash, eventId]);
  const claimed = new Set<string>();
  for (const { text, parameters } of valuesLists(rows, ["int", "bytea", "uuid"])) {
    const result = await db.query<{ hash: Buffer }>(
      `insert into event_client_id (tenant_id, hash, event_id) values ${text} on conflict do nothing returning hash`,
      [...parameters],
    );
    for (const { hash } of result.rows) claimed.add(hash.toString("hex"));
  }
  return claimed;
}
