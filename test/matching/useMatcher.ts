import { onTestFinished } from "vitest";
import { createMatcher, type Matcher, type MatcherOptions } from "../../src/matching/index.ts";
import { startThread, type StartThread, type Thread } from "../../src/matching/thread.ts";

/** A matcher that is closed when its test is finished. A failure in the background fails the test, unless it is expected. */
export function useMatcher(options: Partial<MatcherOptions> & Pick<MatcherOptions, "threads">): Matcher {
  const failures: unknown[] = [];
  const matcher = createMatcher({ onFailure: (error) => void failures.push(error), ...options });
  onTestFinished(async () => {
    await matcher.close();
    if (failures.length > 0) throw new Error(failures.join("\n"));
  });
  return matcher;
}

/** Threads that a test can end: `doom` ends the next one that is asked, before it can answer. */
export function mortalThreads(): {
  readonly start: StartThread;
  readonly doom: () => void;
  readonly started: Thread[];
} {
  const started: Thread[] = [];
  let doomed = false;
  return {
    started,
    doom: () => {
      doomed = true;
    },
    start: (events) => {
      const thread = startThread(events);
      started.push(thread);
      return {
        ...thread,
        ask: (tenantId, portion) => {
          if (doomed) void thread.terminate();
          doomed = false;
          return thread.ask(tenantId, portion);
        },
      };
    },
  };
}
