import { randomInt } from "node:crypto";

/** Chance that can be repeated: `FAULT_SEED` is what a failure printed. What the machine does meanwhile is not repeated. */
export const seed = Number(process.env["FAULT_SEED"] ?? randomInt(2 ** 31));

export interface Chance {
  /** A whole number from `least` to `most`. */
  readonly number: (least: number, most: number) => number;
  readonly pick: <T>(values: readonly [T, ...T[]]) => T;
}

/** @param stream another for each that draws, so that they do not change each other's */
export function chance(stream: number): Chance {
  // Mulberry32: small, and good enough to choose moments.
  let state = (seed + Math.imul(stream, 0x9e3779b1)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { number, pick: (values) => values[number(0, values.length - 1)] ?? values[0] };
}

/** Runs a test's work; what fails then says how to choose the same again. */
export async function seeded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error) error.message += `\n(to choose the same moments: FAULT_SEED=${seed})`;
    throw error;
  }
}
