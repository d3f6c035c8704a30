import type { Database } from "../store/index.ts";
import { findKey } from "./findKey.ts";
import { keyPrefix } from "./key.ts";
import { keyLogsource } from "./keyLogsource.ts";
import { isWithin } from "./networks.ts";
import type { Principal } from "./principal.ts";

const minuteMs = 60_000;

/** Why a key opens nothing. */
export type Refusal = "unknown" | "expired" | "revoked" | "elsewhere";

/** A key as it came. */
export interface Presented {
  /** From `Authorization: Bearer <key>`. */
  readonly key: string;
  /** The address that it came from. */
  readonly address: string;
}

/** Finds out who holds a key. Asked of the database each time, so that a revoked key stops at once. */
export async function authenticate(
  { pool, prisma }: Database,
  { key, address }: Presented,
  now: Date,
): Promise<Principal | Refusal> {
  if (!key.startsWith(keyPrefix)) return "unknown";
  const found = await findKey(pool, key, now);
  if (!found) return "unknown";
  if (found.revokedAt) return "revoked";
  if (found.expiresAt && found.expiresAt <= now) return "expired";
  if (!isWithin(address, found.networks)) return "elsewhere";
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() >= minuteMs) {
    await prisma.apiKey.update({ where: { id: found.id }, data: { lastUsedAt: now } });
  }
  const logsource = keyLogsource(found);
  return { tenantId: found.tenantId, name: found.name, role: found.role, ...(logsource && { logsource }) };
}
