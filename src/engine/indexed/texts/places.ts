import {
  beyondAscii,
  type Block,
  blockAt,
  blockHashes,
  foldedAt,
  hashOf,
  inKernel,
  type Looked,
  slotBits,
  slotOf,
} from "./blocks.ts";
import { type BlockTable, type Geometry, makeBlockTable, type TextBlock } from "./blockTable.ts";
import { countBlocks } from "./commonBlocks.ts";
import { nextPlace, place } from "./kernel.ts";
import type { Content, OnFound, Scan } from "./scan.ts";

/** Texts that are longer have more places to choose from, but few are. */
const longestWindow = 12;

/**
 * Finds texts in a value by looking at some of its places only, as `scanContents` says.
 *
 * Each text has a window of characters in it, wider by a block than the step from place to place: wherever the text stands, one place
 * falls on the beginning of one of its blocks.
 */
export function scanPlaces(contents: readonly Content[]): Scan {
  const width = contents.reduce((least, { text }) => Math.min(least, text.length), longestWindow);
  const block = blockFor(width);
  const step = width - block + 1;
  const table = makeBlockTable(chooseBlocks(contents, { block, step }), { block, step });
  const { address } = table;
  const report = reportFrom(table, block);
  const lookAtEach: Scan = (value, found) => {
    for (let at = step - 1; at <= value.length - block; at += step) report(value, value.length, at, found);
  };
  const shortestPlaced = block + fewPlaces * step;
  if (address === undefined || contents.some(({ text }) => beyondAscii.test(text))) return lookAtEach;
  return (value, found) => {
    const length = value.length < shortestPlaced ? -1 : place(value);
    if (length < 0) {
      lookAtEach(value, found);
      return;
    }
    const last = length - block;
    // Who is told of a text may look through others: then the value must be placed again.
    const tell = (number: number): void => {
      found(number);
      place(value);
    };
    for (let at = nextPlace(address, step - 1, last); at >= 0; at = nextPlace(address, at + step, last)) {
      report(inKernel, length, at, tell);
    }
  };
}

/** So many places are looked at sooner than a value is put where the kernel sees it. */
const fewPlaces = 12;

/** Four characters tell more than three, and cost the same. */
const blockFor = (width: number): Block => (width < 3 ? 2 : width < 6 ? 3 : 4);

/** Reports the texts that stand around a place. */
type Report = (looked: Looked, length: number, at: number, found: OnFound) => void;

function reportFrom({ blocks, rankOf, firstOf }: BlockTable, block: Block): Report {
  const texts = blocks.map(({ text }) => text);
  const numbers = Int32Array.from(blocks, ({ number }) => number);
  const offsets = Int32Array.from(blocks, ({ offset }) => offset);
  return (looked, length, at, found) => {
    const rank = rankOf(hashOf(blockAt(looked, at, block)));
    if (rank < 0) return;
    const end = firstOf(rank + 1);
    for (let each = firstOf(rank); each < end; each += 1) {
      const text = texts[each] ?? "";
      const start = at - (offsets[each] ?? 0);
      if (start >= 0 && start + text.length <= length && stands(looked, start, text)) found(numbers[each] ?? 0);
    }
  };
}

/** The blocks of each text's window. */
function chooseBlocks(contents: readonly Content[], geometry: Geometry): TextBlock[] {
  const hashesOf = contents.map(({ text }) => blockHashes(text, geometry.block));
  const often = countSlots(hashesOf);
  const blocks: TextBlock[] = [];
  for (const [index, content] of contents.entries()) {
    const hashes = hashesOf[index] ?? new Int32Array();
    const start = rarestWindow(hashes, geometry, often);
    for (let offset = start; offset < start + geometry.step; offset += 1) {
      blocks.push({ ...content, offset, hash: hashes[offset] ?? 0 });
    }
  }
  return blocks;
}

/** How often blocks of each slot stand in the texts: what many of them have in common many values have too. */
function countSlots(hashesOf: readonly Int32Array[]): Uint16Array {
  const counts = new Uint16Array(2 ** slotBits);
  for (const hashes of hashesOf) {
    for (const hash of hashes) counts[slotOf(hash)] = (counts[slotOf(hash)] ?? 0) + 1;
  }
  return counts;
}

/** Where the window lies best: its blocks are in few values and in few other texts. Registry paths begin alike in their hundreds. */
function rarestWindow(hashes: Int32Array, { block, step }: Geometry, often: Uint16Array): number {
  const common = countBlocks(block);
  const costs = Array.from(hashes, (hash) => (common[slotOf(hash)] ?? 0) * 4 + (often[slotOf(hash)] ?? 0));
  let cost = costs.slice(0, step).reduce((sum, each) => sum + each, 0);
  let [best, least] = [0, cost];
  for (let start = 1; start + step <= costs.length; start += 1) {
    cost += (costs[start + step - 1] ?? 0) - (costs[start - 1] ?? 0);
    if (cost < least) [best, least] = [start, cost];
  }
  return best;
}

/** Whether a folded text stands at a place; all of it is within. */
function stands(looked: Looked, start: number, text: string): boolean {
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (foldedAt(looked, start + at) !== text.charCodeAt(at)) return false;
  }
  return true;
}
