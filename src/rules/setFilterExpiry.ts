import type { Actor } from "../access/index.ts";
import { type ConfigureResult, configureRules } from "./configureRules.ts";
import type { RuleRoom } from "./importRules.ts";

export interface ExpiryResult extends ConfigureResult {
  /** Identities of rules and correlations: they do not expire. */
  readonly unfit: readonly string[];
}

/** Sets when filters stop to narrow rules; null, and they do not. */
export async function setFilterExpiry(
  room: RuleRoom,
  actor: Actor,
  identities: readonly string[],
  expiresAt: Date | null,
): Promise<ExpiryResult> {
  const { byIdentity } = await room.registry.refresh(actor.tenantId);
  const isUnfit = (identity: string) => {
    const entry = byIdentity.get(identity);
    return entry?.deletedAt === null && entry.kind !== "filter";
  };
  const filters = identities.filter((identity) => !isUnfit(identity));
  const result = await configureRules(room, actor, filters, { expiresAt });
  return { ...result, unfit: [...new Set(identities.filter(isUnfit))] };
}
