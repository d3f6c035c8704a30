import type { MatchableRecord, MatchedEvent } from "./evaluate.ts";
import type { RuleNews } from "./tenantRules.ts";

/** Records that one thread matches in one go, and who waits for them. */
export interface Task {
  readonly records: readonly MatchableRecord[];
  readonly resolve: (events: readonly MatchedEvent[]) => void;
  readonly reject: (error: unknown) => void;
}

/** The tasks of one call that nobody has begun, in order. */
export interface Batch {
  readonly tenantId: number;
  readonly tasks: Task[];
}

/**
 * What is to be done, in an order that keeps two promises: a batch is matched against the rules that were set before it came, all of
 * it; and of the batches between two changes of rules each gets its turn, so that a small one does not wait for a large one's end.
 */
export interface WorkQueue {
  readonly addRules: (news: RuleNews) => void;
  readonly addBatch: (batch: Batch) => void;
  /** The change of rules whose time has come, if there is one. */
  readonly takeRules: () => RuleNews | undefined;
  /** The next task, if there is one before the next change of rules. */
  readonly takeTask: () => { readonly tenantId: number; readonly task: Task } | undefined;
}

type Work = { readonly kind: "rules"; readonly news: RuleNews } | { readonly kind: "batch"; readonly batch: Batch };

export function createWorkQueue(): WorkQueue {
  const waiting: Work[] = [];
  /** The first work, after batches that have no tasks any more: they are done, or were given up. */
  const first = (): Work | undefined => {
    while (waiting[0]?.kind === "batch" && waiting[0].batch.tasks.length === 0) waiting.shift();
    return waiting[0];
  };
  const moveBack = (work: Work): void => {
    waiting.shift();
    const change = waiting.findIndex(({ kind }) => kind === "rules");
    waiting.splice(change === -1 ? waiting.length : change, 0, work);
  };
  return {
    addRules: (news) => void waiting.push({ kind: "rules", news }),
    addBatch: (batch) => void waiting.push({ kind: "batch", batch }),
    takeRules: () => {
      const work = first();
      if (work?.kind !== "rules") return undefined;
      waiting.shift();
      return work.news;
    },
    takeTask: () => {
      const work = first();
      if (work?.kind !== "batch") return undefined;
      const task = work.batch.tasks.shift();
      moveBack(work);
      return task && { tenantId: work.batch.tenantId, task };
    },
  };
}
