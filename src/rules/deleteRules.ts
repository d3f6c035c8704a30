import { type Actor, recordAudit } from "../access/index.ts";
import { changeRules, type RuleTransaction } from "../store/index.ts";
import type { ConfigureResult } from "./configureRules.ts";
import type { RuleRoom } from "./importRules.ts";

/**
 * Deletes rules by a mark: they match nothing any more, and their detections keep them. A rule whose identity comes again is
 * the same one, with a new revision.
 *
 * @returns as `unchanged` those that were deleted before
 */
export async function deleteRules(
  { database, registry, clock }: RuleRoom,
  actor: Actor,
  identities: readonly string[],
): Promise<ConfigureResult> {
  const now = clock();
  const deletedIds = await changeRules(database.prisma, actor.tenantId, (transaction) =>
    mark(transaction, actor, identities, now),
  );
  const { byIdentity } = await registry.refresh(actor.tenantId);
  const named = [...new Set(identities)].map((identity) => ({ identity, entry: byIdentity.get(identity) }));
  const found = named.flatMap(({ entry }) => entry ?? []);
  return {
    changed: found.filter(({ id }) => deletedIds.has(id)),
    unchanged: found.filter(({ id }) => !deletedIds.has(id)),
    missing: named.filter(({ entry }) => !entry).map(({ identity }) => identity),
  };
}

async function mark(
  { db, tenantId, rulesVersion }: RuleTransaction,
  actor: Actor,
  identities: readonly string[],
  now: Date,
): Promise<ReadonlySet<number>> {
  const rows = await db.rule.findMany({
    where: { tenantId, identity: { in: [...identities] }, deletedAt: null },
    select: { id: true, identity: true, revision: true, state: true },
  });
  const ids = rows.map(({ id }) => id);
  await db.rule.updateMany({
    where: { id: { in: ids } },
    data: { deletedAt: now, version: { increment: 1 }, changedAtVersion: rulesVersion, updatedAt: now },
  });
  const entries = rows.map(({ identity, revision, state }) => {
    return { action: "rule.delete", subject: identity, old: { revision, state } };
  });
  await recordAudit(db, actor, now, entries);
  return new Set(ids);
}
