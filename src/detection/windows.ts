import { type DetectionWindow, uuidFloor, uuidTimeMs } from "../store/index.ts";
import type { PageRequest } from "./page.ts";

const dayMs = 86_400_000;

type Bounds = Pick<DetectionWindow, "from" | "to">;

interface Ends {
  readonly now: Date;
  readonly oldest: string | undefined;
  /** How long the first window is, in milliseconds; a day if absent. */
  readonly firstMs?: number;
}

/** All that a page may be of, in one stretch. */
export const wholeWindow = ({ after, before }: PageRequest): Bounds => ({
  from: before === undefined ? uuidFloor(0) : successor(before),
  ...(after !== undefined && { to: after }),
});

/**
 * As `windows`, but asks for the oldest id only where the first day is not enough: most lists end there.
 */
export async function* lazyWindows(
  page: PageRequest,
  { now, oldest }: { readonly now: Date; readonly oldest: () => Promise<string | undefined> },
): AsyncGenerator<Bounds> {
  const topMs = page.after === undefined ? now.getTime() : uuidTimeMs(page.after);
  const from = uuidFloor(Math.max(0, topMs - dayMs));
  if (page.backward || (page.before !== undefined && from <= page.before)) {
    yield* windows(page, { now, oldest: await oldest() });
    return;
  }
  yield { from, ...(page.after !== undefined && { to: page.after }) };
  const known = await oldest();
  if (known === undefined || known >= from) return;
  yield* windows({ ...page, after: from }, { now, oldest: known, firstMs: 4 * dayMs });
}

/**
 * The stretches of ids to search for a page, in order: one day from the end where it begins, then four, sixteen ...
 *
 * The list runs from new to old: `after` an item means below its id.
 */
export function* windows(
  { after, before, backward }: PageRequest,
  { now, oldest, firstMs = dayMs }: Ends,
): Generator<Bounds> {
  if (oldest === undefined) return;
  // `from` is inclusive: nothing lies between an id and the next higher one.
  const bottom = before === undefined ? oldest : max(oldest, successor(before));
  const top = after;
  const topMs = top === undefined ? now.getTime() : uuidTimeMs(top);
  const bottomMs = uuidTimeMs(bottom);
  let spanMs = firstMs;
  if (backward) {
    let from = bottom;
    for (let ms = bottomMs + spanMs; ms < topMs; ms += spanMs *= 4) {
      yield { from, to: uuidFloor(ms) };
      from = uuidFloor(ms);
    }
    yield { from, ...(top !== undefined && { to: top }) };
  } else {
    let to = top;
    for (let ms = topMs - spanMs; ms > bottomMs; ms -= spanMs *= 4) {
      yield { from: uuidFloor(ms), ...(to !== undefined && { to }) };
      to = uuidFloor(ms);
    }
    yield { from: bottom, ...(to !== undefined && { to }) };
  }
}

const max = (one: string, other: string): string => (one > other ? one : other);

/** The next higher uuid. */
function successor(uuid: string): string {
  const hex = (BigInt(`0x${uuid.replaceAll("-", "")}`) + 1n).toString(16).padStart(32, "0");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
