import { type Block, blockHashes, slotBits, slotOf } from "./blocks.ts";
import { commonText } from "./commonTexts.ts";

/** How often blocks of each slot stand in texts that are common: the more often, the less they tell. */
export const countBlocks = (block: Block): Uint16Array => (counts[block] ??= count(block));

const counts: Partial<Record<Block, Uint16Array>> = {};

function count(block: Block): Uint16Array {
  const found = new Uint16Array(2 ** slotBits);
  for (const hash of blockHashes(commonText, block)) {
    const slot = slotOf(hash);
    found[slot] = (found[slot] ?? 0) + 1;
  }
  return found;
}
