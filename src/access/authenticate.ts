import type { Database } from "../store/index.ts";
import { hashKey, keyPrefix } from "./key.ts";
import { keyLogsource } from "./keyLogsource.ts";
import type { Principal } from "./principal.ts";

const minuteMs = 60_000;

/** Why a key opens nothing. */
export type Refusal = "unknown" | "expired" | "revoked";

/**
 * Finds out who holds a key. Asked of the database each time, so that a revoked key stops at once.
 *
 * @param key as it came in `Authorization: Bearer <key>`
 */
export async function authenticate({ prisma }: Database, key: string, now: Date): Promise<Principal | Refusal> {
  if (!key.startsWith(keyPrefix)) return "unknown";
  const found = await prisma.apiKey.findUnique({ where: { hash: hashKey(key) } });
  if (!found) return "unknown";
  if (found.revokedAt) return "revoked";
  if (found.expiresAt && found.expiresAt <= now) return "expired";
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() >= minuteMs) {
    await prisma.apiKey.update({ where: { id: found.id }, data: { lastUsedAt: now } });
  }
  const logsource = keyLogsource(found);
  return { tenantId: found.tenantId, name: found.name, role: found.role, ...(logsource && { logsource }) };
}
