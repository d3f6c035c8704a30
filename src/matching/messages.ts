import type { TenantCosts } from "./costSampler.ts";
import type { PackedEvents } from "./packedEvents.ts";
import type { Portion } from "./portion.ts";
import type { RuleNews } from "./tenantRules.ts";

/** What a thread is told, in order: a portion is matched against the rules that were told before it. */
export type Message =
  | ({ readonly kind: "rules" } & RuleNews)
  | { readonly kind: "portion"; readonly id: number; readonly tenantId: number; readonly portion: Portion };

/** What a thread says. */
export type Answer =
  | { readonly kind: "events"; readonly id: number; readonly events: PackedEvents }
  /** A record or a rule made the engine throw: a bug, which the thread survives. */
  | { readonly kind: "threw"; readonly id: number; readonly error: Error }
  /** What was measured since this was said last. */
  | { readonly kind: "costs"; readonly costs: readonly TenantCosts[] }
  | { readonly kind: "unfit"; readonly key: number; readonly error: string };
