import { type Database, StoreFailure } from "../store/index.ts";
import { recordAudit } from "./audit.ts";
import { hashKey } from "./key.ts";
import { logsourceColumns } from "./keyLogsource.ts";
import { createKey } from "./keys.ts";
import type { Actor } from "./principal.ts";

const name = "admin";

/**
 * Sees to it that somebody can get in.
 *
 * @param chosen the operator's own key (`DETECTQL_ADMIN_KEY`): the key named `admin` becomes this one
 * @returns the key to be shown once, if a new one was made: at the very first start
 * @throws StoreFailure if another key is the chosen one already
 */
export async function ensureAdminKey(
  database: Database,
  tenantId: number,
  chosen: string | undefined,
  now: Date,
): Promise<string | undefined> {
  const actor = { tenantId, name: "detectql serve" };
  if (chosen !== undefined) {
    await setAdminKey(database, actor, chosen, now);
    return undefined;
  }
  const any = await database.prisma.apiKey.findFirst({ where: { tenantId } });
  return any ? undefined : await createKey(database, actor, { name, role: "admin" }, now);
}

async function setAdminKey(database: Database, actor: Actor, key: string, now: Date): Promise<void> {
  const { prisma } = database;
  const hash = hashKey(key);
  const holder = await prisma.apiKey.findUnique({ where: { hash } });
  if (holder && (holder.tenantId !== actor.tenantId || holder.name !== name)) {
    throw new StoreFailure(`DETECTQL_ADMIN_KEY is the key named ${holder.name} already: choose another one.`);
  }
  const isSet = holder?.role === "admin" && holder.revokedAt === null && holder.expiresAt === null;
  if (isSet) return;
  const replaced = await prisma.$transaction(async (db) => {
    const { count } = await db.apiKey.updateMany({
      where: { tenantId: actor.tenantId, name },
      data: { role: "admin", hash, revokedAt: null, expiresAt: null, networks: [], ...logsourceColumns() },
    });
    if (count > 0) await recordAudit(db, actor, now, [{ action: "key.replace", subject: name }]);
    return count > 0;
  });
  if (!replaced) await createKey(database, actor, { name, role: "admin", key }, now);
}
