import { type Actor, recordAudit } from "../access/index.ts";
import type { Status } from "../sigma/index.ts";
import { changeRules, type RuleTransaction } from "../store/index.ts";
import type { RuleRoom } from "./importRules.ts";
import type { RuleEntry, RuleState } from "./ruleEntry.ts";
import { type Severity, severityRank } from "./severity.ts";

/** The admin's word on rules. What is absent stays; null takes an override away. */
export interface RuleSettings {
  readonly state?: RuleState;
  readonly statusOverride?: Status | null;
  readonly severityOverride?: Severity | null;
  /** Of filters: null, and they do not end. */
  readonly expiresAt?: Date | null;
}

/** What became of each rule that was named. */
export interface ConfigureResult {
  readonly changed: readonly RuleEntry[];
  /** Already so. */
  readonly unchanged: readonly RuleEntry[];
  /** Identities that no rule has. */
  readonly missing: readonly string[];
}

interface RuleColumns {
  readonly state?: RuleState;
  readonly statusOverride?: string | null;
  readonly severityOverride?: number | null;
  readonly expiresAt?: Date | null;
}

/** Sets the state and the overrides of one rule or many. */
export async function configureRules(
  { database, registry, clock }: RuleRoom,
  actor: Actor,
  identities: readonly string[],
  settings: RuleSettings,
): Promise<ConfigureResult> {
  const wanted = columnsOf(settings);
  const changedIds = await changeRules(database.prisma, actor.tenantId, (transaction) =>
    apply(transaction, actor, { identities, wanted, now: clock() }),
  );
  const { byIdentity } = await registry.refresh(actor.tenantId);
  const named = [...new Set(identities)].map((identity) => ({ identity, entry: living(byIdentity.get(identity)) }));
  const found = named.flatMap(({ entry }) => (entry ? [entry] : []));
  return {
    changed: found.filter(({ id }) => changedIds.has(id)),
    unchanged: found.filter(({ id }) => !changedIds.has(id)),
    missing: named.filter(({ entry }) => !entry).map(({ identity }) => identity),
  };
}

const living = (entry: RuleEntry | undefined) => (entry?.deletedAt === null ? entry : undefined);

function columnsOf({ severityOverride, ...rest }: RuleSettings): RuleColumns {
  if (severityOverride === undefined) return rest;
  return { ...rest, severityOverride: severityOverride === null ? null : severityRank(severityOverride) };
}

/** As JSON has it. */
const audited = <T>(value: T | Date | undefined): T | string | null =>
  value instanceof Date ? value.toISOString() : (value ?? null);

interface Configuration {
  readonly identities: readonly string[];
  readonly wanted: RuleColumns;
  readonly now: Date;
}

/** Changes the rows that differ, and returns their ids. */
async function apply(
  { db, tenantId, rulesVersion }: RuleTransaction,
  actor: Actor,
  { identities, wanted, now }: Configuration,
): Promise<ReadonlySet<number>> {
  const rows = await db.rule.findMany({
    where: { tenantId, identity: { in: [...identities] }, deletedAt: null },
    select: {
      id: true,
      identity: true,
      state: true,
      statusOverride: true,
      severityOverride: true,
      expiresAt: true,
    },
  });
  const keys = Object.keys(wanted) as (keyof RuleColumns)[];
  const differing = rows.filter((row) => keys.some((key) => audited(row[key]) !== audited(wanted[key])));
  const ids = differing.map(({ id }) => id);
  await db.rule.updateMany({
    where: { id: { in: ids } },
    data: { ...wanted, version: { increment: 1 }, changedAtVersion: rulesVersion, updatedAt: now },
  });
  const entries = differing.map((row) => {
    const old = Object.fromEntries(keys.map((key) => [key, audited(row[key])]));
    const now = Object.fromEntries(keys.map((key) => [key, audited(wanted[key])]));
    return { action: "rule.configure", subject: row.identity, old, new: now };
  });
  await recordAudit(db, actor, now, entries);
  return new Set(ids);
}
