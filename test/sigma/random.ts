/** mulberry32: small, seeded, good enough. Whole numbers from 0, below the one that is asked for. */
export type Random = (below: number) => number;

export function random(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One of a list that is not empty. */
export function pick<Item>(next: Random, items: readonly Item[]): Item {
  const item = items[next(items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** So many items, each made anew. */
export const many = <Item>(count: number, make: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
