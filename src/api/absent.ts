/** A type whose nulls have become absence, all the way down. */
export type Present<T> = T extends Date
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Present<Exclude<Item, null>>[]
    : T extends object
      ? {
          readonly [Key in keyof T as undefined extends T[Key] ? never : null extends T[Key] ? never : Key]: Present<
            T[Key]
          >;
        } & {
          readonly [Key in keyof T as undefined extends T[Key] ? Key : null extends T[Key] ? Key : never]?: Present<
            NonNullable<T[Key]>
          >;
        }
      : T;

/**
 * Makes null the same as absent in an input object.
 *
 * GraphQL lets a client write `null` for any optional field; in a filter both mean that it does not matter.
 */
export function dropNulls<T>(input: T): Present<T> {
  return drop(input) as Present<T>;
}

function drop(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item != null).map(drop);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field != null)
      .map(([key, field]) => [key, drop(field)]),
  );
}
