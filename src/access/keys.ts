import { type Database, newUuid } from "../store/index.ts";
import { recordAudit } from "./audit.ts";
import { hashKey, newKey } from "./key.ts";
import { keyLogsource, logsourceColumns } from "./keyLogsource.ts";
import type { Actor, KeyLogsource, Role } from "./principal.ts";

export interface ApiKey {
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  /** What the events that come with it are of; undefined if it says nothing of it. */
  readonly logsource: KeyLogsource | undefined;
}

export interface NewApiKey {
  readonly name: string;
  readonly role: Role;
  readonly expiresAt?: Date;
  readonly logsource?: KeyLogsource;
  /** The key itself, where the operator has chosen it; else a new one is made. */
  readonly key?: string;
}

const shown = {
  ...{ name: true, role: true, createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true },
  ...{ product: true, category: true, service: true },
} as const;

/**
 * Creates a key and returns it: the only time that it can be seen.
 *
 * A revoked key's name is free again.
 * @returns undefined if a living key has that name
 */
export async function createKey(
  { prisma }: Database,
  actor: Actor,
  wanted: NewApiKey,
  now: Date,
): Promise<string | undefined> {
  const { tenantId } = actor;
  const { name, role, expiresAt, logsource, key = newKey() } = wanted;
  const pinned = logsourceColumns(logsource);
  const fresh = {
    role,
    hash: hashKey(key),
    expiresAt: expiresAt ?? null,
    lastUsedAt: null,
    revokedAt: null,
    ...pinned,
  };
  return await prisma.$transaction(async (db) => {
    const created = await db.apiKey.createMany({
      data: [{ id: newUuid(now.getTime()), tenantId, name, ...fresh }],
      skipDuplicates: true,
    });
    const replaced =
      created.count === 1
        ? created
        : await db.apiKey.updateMany({ where: { tenantId, name, revokedAt: { not: null } }, data: fresh });
    if (replaced.count === 0) return undefined;
    await recordAudit(db, actor, now, [
      { action: "key.create", subject: name, new: { role, expiresAt: expiresAt?.toISOString() ?? null, ...pinned } },
    ]);
    return key;
  });
}

/** The tenant's keys by name, revoked ones included; never the keys themselves. */
export async function listKeys({ prisma }: Database, tenantId: number): Promise<ApiKey[]> {
  const keys = await prisma.apiKey.findMany({ where: { tenantId }, orderBy: { name: "asc" }, select: shown });
  return keys.map(({ product, category, service, ...key }) => ({
    ...key,
    logsource: keyLogsource({ product, category, service }),
  }));
}

/** Revokes a key at once. @returns false if no living key has that name */
export async function revokeKey({ prisma }: Database, actor: Actor, name: string, now: Date): Promise<boolean> {
  return await prisma.$transaction(async (db) => {
    const { count } = await db.apiKey.updateMany({
      where: { tenantId: actor.tenantId, name, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count > 0) await recordAudit(db, actor, now, [{ action: "key.revoke", subject: name }]);
    return count > 0;
  });
}
