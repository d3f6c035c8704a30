/** Work that many ask for and that is done for all of them together. */
export interface Gathered {
  /** Has it done: at once, or when the pause since the last time is over. Never twice at a time. */
  readonly soon: () => void;
  /** Waits for what runs; nothing runs after. */
  readonly stop: () => Promise<void>;
}

/** Does work when it is asked for, with a pause between two times, and once more if it was asked for meanwhile. */
export function atMostEvery(pauseMs: number, onFailure: (error: unknown) => void, work: () => Promise<void>): Gathered {
  let running: Promise<void> | undefined;
  let isPausing = false;
  let isWanted = false;
  let isStopped = false;
  let pause: NodeJS.Timeout | undefined;

  const run = async (): Promise<void> => {
    isWanted = false;
    await work().catch(onFailure);
    running = undefined;
    if (isStopped) return;
    isPausing = true;
    pause = setTimeout(() => {
      isPausing = false;
      if (isWanted) running = run();
    }, pauseMs);
  };
  return {
    soon: () => {
      isWanted = true;
      if (running === undefined && !isPausing && !isStopped) running = run();
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(pause);
      await running;
    },
  };
}
