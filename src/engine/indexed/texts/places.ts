import { bug } from "../../../std/index.ts";
import {
  beyondAscii,
  type Block,
  blockAt,
  blockHashes,
  dropOf,
  foldedAt,
  hashOf,
  inKernel,
  type Looked,
  slotBits,
  slotOf,
} from "./blocks.ts";
import { countBlocks } from "./commonBlocks.ts";
import { makeTable, nextPlace, place, type Table } from "./kernel.ts";
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
  const { address, report } = placeBlocks(contents, { block, step });
  const lookAtEach: Scan = (value, found) => {
    for (let at = step - 1; at <= value.length - block; at += step) report(value, value.length, at, found);
  };
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

/** Of shorter values each place is looked at sooner than they are put where the kernel sees them. */
const shortestPlaced = 40;

/** Four characters tell more than three, and cost the same. */
const blockFor = (width: number): Block => (width < 3 ? 2 : width < 6 ? 3 : 4);

interface Geometry {
  readonly block: Block;
  /** From place to place; a window has so many blocks. */
  readonly step: number;
}

interface PlacedBlocks extends Pick<Table, "address"> {
  /** Reports the texts that stand around a place. */
  readonly report: (looked: Looked, length: number, at: number, found: OnFound) => void;
}

function placeBlocks(contents: readonly Content[], geometry: Geometry): PlacedBlocks {
  const unsorted = chooseBlocks(contents, geometry);
  const shift = 32 - bitsFor(unsorted.length);
  const { words, address } = makeTable({ step: geometry.step, drop: dropOf(geometry.block), shift });
  // Sorted by their slots: as numbers, which is ten times as fast as objects.
  const order = Float64Array.from(unsorted, ({ hash }, at) => (hash >>> shift) * unsorted.length + at).sort();
  const blocks = Array.from(order, (each) => unsorted[each % unsorted.length] ?? bug("a block without a place"));
  const starts: number[] = [];
  let last = -1;
  for (const [index, { hash }] of blocks.entries()) {
    const slot = hash >>> shift;
    if (slot !== last) starts.push(index);
    last = slot;
    words[slot >> 5] = (words[slot >> 5] ?? 0) | (1 << (slot & 31));
  }
  const first = Int32Array.from([...starts, blocks.length]);
  const before = countBefore(words);
  const offsets = Int32Array.from(blocks, ({ offset }) => offset);
  const probeAt = Int32Array.from(blocks, ({ content, offset }) => probePlace(content.text, offset, geometry.block));
  const probeUnit = Uint16Array.from(blocks, ({ content, offset }, at) =>
    content.text.charCodeAt(offset + (probeAt[at] ?? 0)),
  );
  const texts = blocks.map(({ content }) => content.text);
  const numbers = Int32Array.from(blocks, ({ content }) => content.number);
  return {
    address,
    report(looked, length, at, found) {
      const slot = hashOf(blockAt(looked, at, geometry.block)) >>> shift;
      const word = words[slot >> 5] ?? 0;
      if (((word >> (slot & 31)) & 1) === 0) return;
      const inWord = word & ((1 << (slot & 31)) - 1);
      const rank = (before[slot >> 5] ?? 0) + countBits(inWord);
      const end = first[rank + 1] ?? 0;
      for (let each = first[rank] ?? 0; each < end; each += 1) {
        if (foldedAt(looked, at + (probeAt[each] ?? 0)) !== probeUnit[each]) continue;
        const text = texts[each] ?? "";
        const start = at - (offsets[each] ?? 0);
        if (start >= 0 && start + text.length <= length && stands(looked, start, text)) found(numbers[each] ?? 0);
      }
    },
  };
}

/** Of the slots one in 64 is set at most, so that few blocks of a value fall into one by chance. */
const bitsFor = (blocks: number): number => Math.min(mostBits, Math.max(leastBits, Math.ceil(Math.log2(blocks * 64))));

/** A table of 4 KiB: smaller ones save nothing. */
const leastBits = 15;
/** One of 32 KiB: larger ones leave the fastest cache. */
const mostBits = 18;

interface PlacedBlock {
  readonly hash: number;
  /** Where it stands in its text. */
  readonly offset: number;
  readonly content: Content;
}

/** The blocks of each text's window. */
function chooseBlocks(contents: readonly Content[], geometry: Geometry): PlacedBlock[] {
  const hashesOf = contents.map(({ text }) => blockHashes(text, geometry.block));
  const often = countSlots(hashesOf);
  const blocks: PlacedBlock[] = [];
  for (const [index, content] of contents.entries()) {
    const hashes = hashesOf[index] ?? new Int32Array();
    const start = rarestWindow(hashes, geometry, often);
    for (let offset = start; offset < start + geometry.step; offset += 1) {
      blocks.push({ hash: hashes[offset] ?? 0, offset, content });
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

/** Of each word how many bits stand in those before it: that and the bits before one in its word are the number of its slot. */
function countBefore(words: Int32Array): Int32Array {
  const before = new Int32Array(words.length);
  for (let at = 1; at < words.length; at += 1) before[at] = (before[at - 1] ?? 0) + countBits(words[at - 1] ?? 0);
  return before;
}

function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Where a character stands beside a block, to see at once that most texts do not stand there: after it, else before, else its first. */
const probePlace = (text: string, offset: number, block: Block): number =>
  offset + block < text.length ? block : offset > 0 ? -1 : 0;

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
