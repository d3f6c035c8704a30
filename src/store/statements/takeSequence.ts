import { bug } from "../../std/index.ts";
import type { Queryable } from "../queryable.ts";

/**
 * The first of `count` consecutive numbers of a tenant's sequence.
 *
 * Takes the lock that makes the sequence follow the order of commits: it is held until the transaction ends, so take it late.
 */
export async function takeSequence(db: Queryable, tenantId: number, count: number): Promise<bigint> {
  const { rows } = await db.query<{ first: bigint }>(
    `insert into detection_sequence as s (tenant_id, last) values ($1, $2)
     on conflict (tenant_id) do update set last = s.last + excluded.last
     returning s.last - $2 + 1 as first`,
    [tenantId, count],
  );
  return rows[0]?.first ?? bug("no sequence");
}
