import type { Queryable } from "../queryable.ts";
import { valuesLists } from "./values.ts";

/** A request that is to be done once. */
export interface RequestClaim {
  /** SHA-256 of its key. */
  readonly keyHash: Buffer;
  /** SHA-256 of all that it says. */
  readonly bodyHash: Buffer;
}

/**
 * Claims the keys of requests and returns those, in hexadecimal, that are this transaction's now; the others have been answered.
 *
 * A concurrent twin waits here for the first transaction to end. Sorted, so that two transactions cannot deadlock.
 */
export async function claimRequests(
  db: Queryable,
  tenantId: number,
  claims: readonly RequestClaim[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const sorted = [...claims].sort((a, b) => Buffer.compare(a.keyHash, b.keyHash));
  const rows = sorted.map(({ keyHash, bodyHash }) => [tenantId, keyHash, bodyHash, now]);
  const claimed = new Set<string>();
  for (const { text, parameters } of valuesLists(rows, ["int", "bytea", "bytea", "timestamptz"])) {
    const result = await db.query<{ key: Buffer }>(
      `insert into request_ledger (tenant_id, key_hash, body_hash, created_at) values ${text}
       on conflict do nothing returning key_hash as key`,
      [...parameters],
    );
    for (const { key } of result.rows) claimed.add(key.toString("hex"));
  }
  return claimed;
}
