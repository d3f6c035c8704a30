import type { Choice } from "../rules/index.ts";

/** The values that a choice names as wanted; undefined: it names none. */
export function chosen<T>({ eq, in: any }: Choice<T>): readonly T[] | undefined {
  if (eq === undefined) return any;
  return any === undefined || any.includes(eq) ? [eq] : [];
}

/** The values that a choice names as unwanted. */
export const unwanted = <T>({ neq, notIn = [] }: Choice<T>): readonly T[] =>
  neq === undefined ? notIn : [neq, ...notIn];
