import { availableParallelism } from "node:os";
import { createInlineMatcher } from "./inlineMatcher.ts";
import type { Matcher } from "./matcher.ts";
import { startThread, type StartThread } from "./thread.ts";
import { createThreadedMatcher } from "./threadedMatcher.ts";

export interface MatcherOptions {
  /** How many threads match; 0: the caller's own thread does, in slices. */
  readonly threads: number;
  /** Told of threads that end and are replaced, and of rules that cannot be used. */
  readonly onFailure: (error: unknown) => void;
  /** What starts a thread. */
  readonly start?: StartThread;
}

/** One core is for everything else. */
export const defaultThreads = (): number => Math.max(1, availableParallelism() - 1);

/** A matcher without rules. Its threads start now and end with `close`; while they have nothing to do they do not hold the process. */
export const createMatcher = ({ threads, onFailure, start = startThread }: MatcherOptions): Matcher =>
  threads === 0 ? createInlineMatcher(onFailure) : createThreadedMatcher({ threads, onFailure, start });
