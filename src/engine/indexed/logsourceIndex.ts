import { indexLogics, type LogicIndex } from "./logicIndex.ts";
import type { Logic } from "./logic.ts";

/**
 * The logics of one logsource, in indexes of growing size. A new logic gets a small index of its own, and small ones are merged, as
 * in a log-structured merge tree: adding one among thousands costs little, and an event looks through few indexes. One that is
 * removed stays where it is until its index is made again.
 */
export type LogsourceIndex = readonly LogicIndex[];

/** A part is merged with the one before it unless that is so many times as large. */
const growth = 4;

/**
 * The parts with some logics more, and without those that have gone, where these have become many.
 */
export function changeIndex(
  parts: LogsourceIndex,
  added: readonly Logic[],
  isAlive: (logic: Logic) => boolean,
): LogsourceIndex {
  const kept = parts.flatMap((part) => withoutDead(part, isAlive));
  // One that had gone, and comes again, may be there still.
  const present = new Set(kept.flatMap(({ logics }) => logics));
  let last = added.filter((logic) => !present.has(logic));
  if (last.length === 0) return kept;
  for (let before = kept.at(-1); before && before.logics.length < last.length * growth; before = kept.at(-1)) {
    last = [...before.logics.filter(isAlive), ...last];
    kept.pop();
  }
  return [...kept, indexLogics(last)];
}

function withoutDead(part: LogicIndex, isAlive: (logic: Logic) => boolean): readonly LogicIndex[] {
  const alive = part.logics.filter(isAlive);
  if (alive.length === 0) return [];
  return alive.length * 2 > part.logics.length ? [part] : [indexLogics(alive)];
}
