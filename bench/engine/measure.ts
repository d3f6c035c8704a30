/** Microseconds of this process's own work, garbage collection included: what else the machine does does not count. */
export function cpuUs(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return user + system;
}

export function median(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0;
}

/** Items in pieces: about what a piece of a stream or a request is. */
export function* pieces<Item>(items: readonly Item[], size = 256): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** The CPU time of a piece of work, and what it gave. */
export function timed<Result>(work: () => Result): { readonly us: number; readonly result: Result } {
  const start = process.cpuUsage();
  const result = work();
  return { us: cpuUs(start), result };
}

/** Digits that mean something. */
export const rounded = (figure: number): number => Number(figure.toPrecision(4));
