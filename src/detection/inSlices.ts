import { setImmediate } from "node:timers/promises";

/** So long at a time may work on many items keep the process from everything else. */
const sliceMs = 20;

/** Works on many items one after another, and lets others work in between. */
export async function inSlices<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let end = performance.now() + sliceMs;
  for (const item of items) {
    results.push(work(item));
    if (performance.now() < end) continue;
    await setImmediate();
    end = performance.now() + sliceMs;
  }
  return results;
}
