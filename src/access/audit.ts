import { type Database, type Prisma, newUuid } from "../store/index.ts";
import type { Actor } from "./principal.ts";

export interface AuditEntry {
  /** Such as `rule.update`. */
  readonly action: string;
  readonly subject: string;
  readonly old?: Prisma.InputJsonValue;
  readonly new?: Prisma.InputJsonValue;
}

/** Writes who changed what. In the same transaction as the change, so that there is none without its entry. */
export async function recordAudit(
  db: Pick<Database["prisma"], "auditEntry">,
  actor: Actor,
  at: Date,
  entries: readonly AuditEntry[],
): Promise<void> {
  await db.auditEntry.createMany({
    data: entries.map((entry) => ({
      id: newUuid(at.getTime()),
      tenantId: actor.tenantId,
      at,
      actor: actor.name,
      ...entry,
    })),
  });
}
