import { type Database, newUuid } from "../store/index.ts";
import { recordAudit } from "./audit.ts";
import { hashKey, newKey } from "./key.ts";
import type { Actor, Role } from "./principal.ts";

export interface ApiKey {
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly role: Role;
  readonly expiresAt?: Date;
  /** The key itself, where the operator has chosen it; else a new one is made. */
  readonly key?: string;
}

const shown = { name: true, role: true, createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true } as const;

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
  const { name, role, expiresAt, key = newKey() } = wanted;
  const fresh = { role, hash: hashKey(key), expiresAt: expiresAt ?? null, lastUsedAt: null, revokedAt: null };
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
      { action: "key.create", subject: name, new: { role, expiresAt: expiresAt?.toISOString() ?? null } },
    ]);
    return key;
  });
}

/** The tenant's keys by name, revoked ones included; never the keys themselves. */
export async function listKeys({ prisma }: Database, tenantId: number): Promise<ApiKey[]> {
  return await prisma.apiKey.findMany({ where: { tenantId }, orderBy: { name: "asc" }, select: shown });
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
