import type { RuleChanges } from "../engine/index.ts";
import type { CostShares } from "./costLedger.ts";
import type { MatchableRecord, MatchedEvent } from "./evaluate.ts";

/** Every tenant's rules, and somebody who matches records against them. */
export interface Matcher {
  /** Changes a tenant's rules. What is matched from now on sees the change, what was handed over before does not. */
  readonly setRules: (tenantId: number, changes: RuleChanges<number>) => void;
  /**
   * Matches records against the tenant's rules as they are at the moment of this call, however long it takes. The answer has an
   * event for each record, in their order.
   *
   * @throws MatchingFailure if a thread ends meanwhile: the same records may be handed over again
   */
  readonly match: (tenantId: number, records: readonly MatchableRecord[]) => Promise<readonly MatchedEvent[]>;
  /** What the tenant's rules cost, measured on a sample of its events in this hour and the one before. */
  readonly costShares: (tenantId: number) => CostShares;
  /** Until everybody has taken over the rules that were set. @throws MatchingFailure if a thread cannot start */
  readonly ready: () => Promise<void>;
  /** Records that were handed over and have no answer yet. */
  readonly waiting: () => number;
  /** Ends the threads, whatever they do. */
  readonly close: () => Promise<void>;
}
