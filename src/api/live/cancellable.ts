/**
 * An iterator that can be ended while somebody waits for its next value.
 *
 * `return()` of a generator waits until its `next()` has answered, which may be never: the signal makes it answer.
 */
export function cancellable<T>(make: (signal: AbortSignal) => AsyncGenerator<T, void>): AsyncIterableIterator<T, void> {
  const controller = new AbortController();
  const made = make(controller.signal);
  return {
    next: () => made.next(),
    return: () => {
      controller.abort();
      return made.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
