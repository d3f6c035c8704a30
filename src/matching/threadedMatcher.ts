import { createCostLedger } from "./costLedger.ts";
import { createCrew } from "./crew.ts";
import type { MatchedEvent } from "./evaluate.ts";
import type { Matcher } from "./matcher.ts";
import { MatchingFailure } from "./matchingFailure.ts";
import { unpackEvents } from "./packedEvents.ts";
import { packRecords, splitRecords } from "./portion.ts";
import type { StartThread, Thread } from "./thread.ts";
import { type Batch, createWorkQueue, type Task } from "./workQueue.ts";

export interface ThreadedOptions {
  readonly threads: number;
  readonly start: StartThread;
  readonly onFailure: (error: unknown) => void;
}

/** The one that a thread works on, and the next: that keeps it busy and bounds the bytes that are under way. */
const mostAsked = 2;

/** Matches in threads. What they cannot take yet waits here, as it came, with the changes of rules in between. */
export function createThreadedMatcher({ threads, start, onFailure }: ThreadedOptions): Matcher {
  const queue = createWorkQueue();
  const ledger = createCostLedger();
  const crew = createCrew({ size: threads, start, onFailure, onCosts: ledger.add, onChange: () => pump() });
  let waiting = 0;
  let closed = false;

  /** Hands out what can be handed out. */
  const pump = (): void => {
    for (;;) {
      for (let news = queue.takeRules(); news; news = queue.takeRules()) crew.setRules(news);
      const thread = closed ? undefined : leastAsked(crew.threads());
      if (thread && thread.asked() >= mostAsked) return;
      const next = queue.takeTask();
      if (!next) return;
      if (thread) void run(thread, next.tenantId, next.task).finally(pump);
      else next.task.reject(new MatchingFailure("no thread is there to match events"));
    }
  };

  return {
    setRules: (tenantId, { set = [], delete: removed = [] }) => {
      queue.addRules({ tenantId, set: [...set], delete: [...removed] });
      pump();
    },
    match: async (tenantId, records) => {
      const batch: Batch = { tenantId, tasks: [] };
      const parts = splitRecords(records, threads).map(
        (part) =>
          new Promise<readonly MatchedEvent[]>((resolve, reject) => {
            batch.tasks.push({ records: part, resolve, reject });
          }),
      );
      waiting += records.length;
      queue.addBatch(batch);
      pump();
      try {
        return ([] as MatchedEvent[]).concat(...(await Promise.all(parts)));
      } finally {
        waiting -= records.length;
        // Of a batch that failed nobody wants the rest.
        batch.tasks.length = 0;
      }
    },
    ready: async () => {
      if (crew.threads().length < threads) throw new MatchingFailure("a matching thread does not start");
      await Promise.all(crew.threads().map((thread) => thread.ask(0, packRecords([]))));
    },
    waiting: () => waiting,
    costShares: ledger.sharesOf,
    close: async () => {
      closed = true;
      pump();
      await crew.close();
    },
  };
}

async function run(thread: Thread, tenantId: number, { records, resolve, reject }: Task): Promise<void> {
  try {
    resolve(unpackEvents(await thread.ask(tenantId, packRecords(records))));
  } catch (error) {
    reject(error);
  }
}

const leastAsked = (threads: readonly Thread[]): Thread | undefined =>
  threads.reduce<Thread | undefined>(
    (least, thread) => (least && least.asked() <= thread.asked() ? least : thread),
    undefined,
  );
