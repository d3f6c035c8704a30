import { type Database, newUuid } from "../store/index.ts";
import { recordAudit } from "./audit.ts";
import { hashKey, newKey } from "./key.ts";
import { keyLogsource, type LogsourceColumns, logsourceColumns } from "./keyLogsource.ts";
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
  /** CIDR blocks that it may be used from; none: from everywhere. */
  readonly networks: readonly string[];
  /** Until when the secret before the last rotation is valid too. */
  readonly previousExpiresAt: Date | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly role: Role;
  readonly expiresAt?: Date;
  readonly logsource?: KeyLogsource;
  /** As `readNetwork` gives them. */
  readonly networks?: readonly string[];
  /** The key itself, where the operator has chosen it; else a new one is made. */
  readonly key?: string;
}

const shown = {
  ...{ name: true, role: true, createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true },
  ...{ product: true, category: true, service: true, networks: true, previousExpiresAt: true },
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
  const { name, role, expiresAt, logsource, networks = [], key = newKey() } = wanted;
  const pinned = logsourceColumns(logsource);
  const fresh = {
    role,
    hash: hashKey(key),
    expiresAt: expiresAt ?? null,
    lastUsedAt: null,
    revokedAt: null,
    networks: [...networks],
    ...forgotten,
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
      {
        action: "key.create",
        subject: name,
        new: { role, expiresAt: expiresAt?.toISOString() ?? null, networks: [...networks], ...pinned },
      },
    ]);
    return key;
  });
}

/** No secret but the current one. */
const forgotten = { previousHash: null, previousExpiresAt: null };

/**
 * Gives a key another secret; the one before goes on until `overlapUntil`, so that whoever uses it can change in peace.
 *
 * @returns the new secret; undefined if no living key has that name
 */
export async function rotateKey(
  { prisma }: Database,
  actor: Actor,
  { name, overlapUntil }: { readonly name: string; readonly overlapUntil?: Date },
  now: Date,
): Promise<string | undefined> {
  const key = newKey();
  return await prisma.$transaction(async (db) => {
    const found = await db.apiKey.findUnique({ where: { tenantId_name: { tenantId: actor.tenantId, name } } });
    if (!found || found.revokedAt) return undefined;
    const { id, hash } = found;
    const previous = overlapUntil ? { previousHash: hash, previousExpiresAt: overlapUntil } : forgotten;
    // By the hash that was read: of two rotations at once, one finds the key already changed.
    const { count } = await db.apiKey.updateMany({ where: { id, hash }, data: { hash: hashKey(key), ...previous } });
    if (count === 0) return undefined;
    const entry = { action: "key.rotate", subject: name, new: { overlapUntil: overlapUntil?.toISOString() ?? null } };
    await recordAudit(db, actor, now, [entry]);
    return key;
  });
}

/** The tenant's keys by name, revoked ones included; never the keys themselves. */
export async function listKeys({ prisma }: Database, tenantId: number): Promise<ApiKey[]> {
  return (await prisma.apiKey.findMany({ where: { tenantId }, orderBy: { name: "asc" }, select: shown })).map(describe);
}

/** A key by its name, revoked or not. */
export async function findKey({ prisma }: Database, tenantId: number, name: string): Promise<ApiKey | undefined> {
  const found = await prisma.apiKey.findUnique({ where: { tenantId_name: { tenantId, name } }, select: shown });
  return found ? describe(found) : undefined;
}

type Shown = Omit<ApiKey, "logsource"> & LogsourceColumns;

const describe = ({ product, category, service, ...key }: Shown): ApiKey => ({
  ...key,
  logsource: keyLogsource({ product, category, service }),
});

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
