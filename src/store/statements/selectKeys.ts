import type { Queryable } from "../queryable.ts";
import { runKept } from "../runKept.ts";

/** A row of `api_key`, as far as it says what its holder may do. */
export interface KeyRow {
  readonly id: string;
  readonly tenantId: number;
  readonly name: string;
  readonly role: "viewer" | "ingest" | "analyst" | "admin";
  readonly hash: Buffer;
  /** The hash before the last rotation, valid until `previousExpiresAt`. */
  readonly previousHash: Buffer | null;
  readonly previousExpiresAt: Date | null;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly product: string | null;
  readonly category: string | null;
  readonly service: string | null;
  /** CIDR blocks; empty: from everywhere. */
  readonly networks: readonly string[];
}

/** Keys that have one of these hashes, or had it before their last rotation; of whichever tenant: a key says whose it is. */
export async function selectKeys(db: Queryable, hashes: readonly Uint8Array[]): Promise<KeyRow[]> {
  return await runKept<KeyRow>(
    db,
    `select id, tenant_id as "tenantId", name, role, hash, previous_hash as "previousHash",
       previous_expires_at as "previousExpiresAt", expires_at as "expiresAt", last_used_at as "lastUsedAt",
       revoked_at as "revokedAt", product, category, service, coalesce(networks, '{}') as networks
     from api_key where hash = any ($1::bytea[]) or previous_hash = any ($1::bytea[])`,
    [hashes.map((hash) => Buffer.from(hash))],
  );
}
