import type { Database, Prisma } from "../store/index.ts";

/** Which entries are wanted; all that is given must hold. */
export interface AuditQuery {
  readonly actor?: string;
  /** Such as `rule.update`; `rule.` finds all that was done to rules. */
  readonly action?: string;
  readonly subject?: string;
  readonly from?: Date;
  readonly to?: Date;
}

/** One thing that was changed; null where there was, or is, nothing. */
export interface AuditChange {
  readonly field: string;
  /** Texts as they are, everything else as JSON. */
  readonly old: string | null;
  readonly new: string | null;
}

export interface RecordedAudit {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly changes: readonly AuditChange[];
}

/** A part of the log. */
interface Part {
  /** At most so many entries. */
  readonly limit: number;
  /** Oldest first, from the end that lies further back. */
  readonly backward: boolean;
  /** Only entries older than this one. */
  readonly after?: string;
  /** Only entries newer than this one. */
  readonly before?: string;
}

/** Who changed what, newest first; `backward`: oldest first. */
export async function listAudit(
  { prisma }: Database,
  tenantId: number,
  { actor, action, subject, from, to }: AuditQuery,
  { limit, backward, after, before }: Part,
): Promise<RecordedAudit[]> {
  const entries = await prisma.auditEntry.findMany({
    where: {
      tenantId,
      ...(actor !== undefined && { actor }),
      ...(action !== undefined && { action: action.endsWith(".") ? { startsWith: action } : action }),
      ...(subject !== undefined && { subject }),
      ...((from ?? to) && { at: { ...(from && { gte: from }), ...(to && { lt: to }) } }),
      ...((after ?? before) && { id: { ...(after && { lt: after }), ...(before && { gt: before }) } }),
    },
    orderBy: { id: backward ? "asc" : "desc" },
    take: limit,
  });
  return entries.map(({ id, at, old, new: changed, ...entry }) => ({
    ...{ id, at, actor: entry.actor, action: entry.action, subject: entry.subject },
    changes: changesOf(old, changed),
  }));
}

function changesOf(old: Prisma.JsonValue, changed: Prisma.JsonValue): AuditChange[] {
  const [before, after] = [fieldsOf(old), fieldsOf(changed)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((field) => ({ field, old: print(before.get(field)), new: print(after.get(field)) }))
    .filter(({ old: was, new: is }) => was !== is);
}

const fieldsOf = (value: Prisma.JsonValue): ReadonlyMap<string, Prisma.JsonValue | undefined> =>
  new Map(value !== null && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : []);

function print(value: Prisma.JsonValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
