import { Worker } from "node:worker_threads";
import type { TenantCosts } from "./costSampler.ts";
import { MatchingFailure } from "./matchingFailure.ts";
import type { Answer, Message } from "./messages.ts";
import type { PackedEvents } from "./packedEvents.ts";
import type { Portion } from "./portion.ts";
import type { RuleNews } from "./tenantRules.ts";
import { unfitRule } from "./unfitRule.ts";

/** A running thread, and what it has been asked. */
export interface Thread {
  readonly setRules: (news: RuleNews) => void;
  /** @throws MatchingFailure if the thread ends before it has answered */
  readonly ask: (tenantId: number, portion: Portion) => Promise<PackedEvents>;
  /** Portions that it has not answered yet. */
  readonly asked: () => number;
  readonly terminate: () => Promise<void>;
}

export interface ThreadEvents {
  /** Told of rules that cannot be used. */
  readonly onFailure: (error: unknown) => void;
  /** Told what rules cost. */
  readonly onCosts: (costs: readonly TenantCosts[]) => void;
  /** Told once, after everything that was asked has been refused. `answered`: whether it had ever given an answer. */
  readonly onEnd: (failure: MatchingFailure, answered: boolean) => void;
}

export type StartThread = (events: ThreadEvents) => Thread;

interface Asked {
  readonly resolve: (events: PackedEvents) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a thread. It may be told and asked at once: it reads its messages when it is up. */
export const startThread: StartThread = ({ onFailure, onCosts, onEnd }) => {
  const worker = new Worker(file);
  const asked = new Map<number, Asked>();
  let nextId = 0;
  let answered = false;
  let cause: unknown;

  const settle = (id: number, finish: (one: Asked) => void): void => {
    const one = asked.get(id);
    asked.delete(id);
    if (asked.size === 0) worker.unref();
    answered = true;
    if (one) finish(one);
  };
  worker.on("message", (answer: Answer) => {
    if (answer.kind === "unfit") onFailure(unfitRule(answer.key, answer.error));
    else if (answer.kind === "costs") onCosts(answer.costs);
    else if (answer.kind === "threw") settle(answer.id, ({ reject }) => reject(answer.error));
    else settle(answer.id, ({ resolve }) => resolve(answer.events));
  });
  worker.on("error", (error) => {
    cause = error;
  });
  worker.on("messageerror", (error) => {
    cause = error;
    void worker.terminate();
  });
  worker.on("exit", (code) => {
    const why = cause instanceof Error ? cause.message : `exit code ${code}`;
    const failure = new MatchingFailure(`a matching thread ended: ${why}`, { cause });
    for (const { reject } of asked.values()) reject(failure);
    asked.clear();
    onEnd(failure, answered);
  });
  // After the listeners, each of which would hold the process.
  worker.unref();

  const post = (message: Message) => worker.postMessage(message);
  return {
    setRules: (news) => post({ kind: "rules", ...news }),
    ask: (tenantId, portion) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        asked.set(id, { resolve, reject });
        worker.ref();
        post({ kind: "portion", id, tenantId, portion });
      }),
    asked: () => asked.size,
    terminate: async () => {
      await worker.terminate();
    },
  };
};

/** What was built is JavaScript; where the program runs from source, a thread must be given a loader of its own. */
const file = new URL(import.meta.url.endsWith(".ts") ? "./workerFromSource.mjs" : "./worker.js", import.meta.url);
