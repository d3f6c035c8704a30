import type { Queryable } from "../queryable.ts";

/** What was answered to a request, and what it had said. */
export interface KeptAnswer {
  readonly bodyHash: Buffer;
  /** JSON. */
  readonly answer: string;
}

/** The answer that is kept for a key, given by its SHA-256. */
export async function selectAnswer(db: Queryable, tenantId: number, keyHash: Buffer): Promise<KeptAnswer | undefined> {
  const { rows } = await db.query<KeptAnswer>(
    `select body_hash as "bodyHash", answer from request_ledger where tenant_id = $1 and key_hash = $2 and answer is not null`,
    [tenantId, keyHash],
  );
  return rows[0];
}
