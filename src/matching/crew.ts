import type { Rule } from "../sigma/index.ts";
import { bareRule } from "./bareRule.ts";
import type { RuleNews } from "./tenantRules.ts";
import type { StartThread, Thread, ThreadEvents } from "./thread.ts";

/** A number of threads that all have the same rules. One that ends is replaced. */
export interface Crew {
  /** Those that run. */
  readonly threads: () => readonly Thread[];
  /** Tells all threads, and those that will replace them. */
  readonly setRules: (news: RuleNews) => void;
  readonly close: () => Promise<void>;
}

export interface CrewOptions {
  readonly size: number;
  readonly start: StartThread;
  readonly onFailure: (error: unknown) => void;
  readonly onCosts: ThreadEvents["onCosts"];
  /** Told when a thread has ended or started. */
  readonly onChange: () => void;
}

/** A thread that never answered will not do so for being started again at once. */
const pauseMs = 1_000;

export function createCrew({ size, start, onFailure, onCosts, onChange }: CrewOptions): Crew {
  const running = new Set<Thread>();
  const pauses = new Set<NodeJS.Timeout>();
  /** Every tenant's rules in the order in which they were first set: the engine gives matches in that order. */
  const known = new Map<number, Map<number, Rule>>();
  let closing = false;

  const add = (): void => {
    const thread = start({
      onFailure,
      onCosts,
      onEnd: (failure, answered) => {
        running.delete(thread);
        if (!closing) replace(failure, answered);
      },
    });
    running.add(thread);
    for (const [tenantId, rules] of known) thread.setRules(bareNews({ tenantId, set: [...rules], delete: [] }));
  };
  const addLater = (): void => {
    const pause = setTimeout(() => {
      pauses.delete(pause);
      addAgain();
      onChange();
    }, pauseMs).unref();
    pauses.add(pause);
  };
  const addAgain = (): void => {
    try {
      add();
    } catch (error) {
      onFailure(error);
      addLater();
    }
  };
  const replace = (failure: Error, answered: boolean): void => {
    onFailure(failure);
    if (answered) addAgain();
    else addLater();
    onChange();
  };

  for (let i = 0; i < size; i++) add();
  return {
    threads: () => [...running],
    setRules: (news) => {
      const rules = known.get(news.tenantId) ?? new Map<number, Rule>();
      for (const key of news.delete) rules.delete(key);
      for (const [key, rule] of news.set) rules.set(key, rule);
      known.set(news.tenantId, rules);
      const bare = bareNews(news);
      for (const thread of running) thread.setRules(bare);
    },
    close: async () => {
      closing = true;
      for (const pause of pauses) clearTimeout(pause);
      await Promise.all([...running].map((thread) => thread.terminate()));
    },
  };
}

const bareNews = (news: RuleNews): RuleNews => ({
  ...news,
  set: news.set.map(([key, rule]) => [key, bareRule(rule)] as const),
});
