import type { Database } from "../store/index.ts";
import { hashKey } from "./key.ts";
import { createKey } from "./keys.ts";

/**
 * Sees to it that somebody can get in.
 *
 * @param chosen the operator's own key (`DETECTQL_ADMIN_KEY`): the key named `admin` becomes this one
 * @returns the key to be shown once, if a new one was made: at the very first start
 */
export async function ensureAdminKey(
  database: Database,
  tenantId: number,
  chosen: string | undefined,
  now: Date,
): Promise<string | undefined> {
  const actor = { tenantId, name: "detectql serve" };
  const { prisma } = database;
  if (chosen === undefined) {
    const any = await prisma.apiKey.findFirst({ where: { tenantId } });
    return any ? undefined : await createKey(database, actor, { name: "admin", role: "admin" }, now);
  }
  const hash = hashKey(chosen);
  const mine = { role: "admin", hash, revokedAt: null, expiresAt: null } as const;
  const { count } = await prisma.apiKey.updateMany({ where: { tenantId, name: "admin" }, data: mine });
  if (count === 0) await createKey(database, actor, { name: "admin", role: "admin", key: chosen }, now);
  return undefined;
}
