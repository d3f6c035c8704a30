/** What must be closed at the end, in the opposite order of its opening. */
export interface Closers {
  readonly add: (close: () => Promise<unknown>) => void;
  /** Closes everything, whatever fails. @throws the first failure, when the rest is closed */
  readonly close: () => Promise<void>;
}

export function createClosers(): Closers {
  const open: (() => Promise<unknown>)[] = [];
  return {
    add: (close) => void open.push(close),
    close: async () => {
      const failures: unknown[] = [];
      for (let close = open.pop(); close; close = open.pop())
        await close().catch((error: unknown) => failures.push(error));
      if (failures.length > 0) throw failures[0];
    },
  };
}
