import { bug } from "../../../std/index.ts";
import { type Block, blockAt, dropOf } from "./blocks.ts";
import { allocate } from "./kernel.ts";

/** A block of a text that is looked for. */
export interface TextBlock {
  readonly text: string;
  readonly number: number;
  /** Where it stands in its text. */
  readonly offset: number;
  readonly hash: number;
}

/** Blocks by their hashes: the upper bits of a hash are its slot. */
export interface BlockTable {
  /** What the kernel knows it by; undefined if there was no room, so that the kernel cannot see it. */
  readonly address: number | undefined;
  /** In the order of their slots. */
  readonly blocks: readonly TextBlock[];
  /** Slots of the table that have blocks are numbered; -1 for the hash of one that has none. */
  readonly rankOf: (hash: number) => number;
  /** Where the blocks of a rank begin: they end where those of the next begin. */
  readonly firstOf: (rank: number) => number;
}

export interface Geometry {
  readonly block: Block;
  /** From one place that is looked at to the next. */
  readonly step: number;
}

/**
 * Lays a table out as `kernel/kernel.wat` reads it: numbers of four bytes.
 *
 * - Eight at the head, of which six are used: the step; the drop, which is how many bits of a block are left out; 32 less the bits of a slot;
 *   where ranks, firsts and probes begin, in bytes.
 * - A bit for each slot, set if it has blocks, 32 to a number; as many numbers with how many bits are set before.
 * - The firsts, and for each block three with its probe: how far from the block it begins, up to four characters of the text that stand there, and
 *   which of their bits count.
 */
export function makeBlockTable(unsorted: readonly TextBlock[], geometry: Geometry): BlockTable {
  const bits = bitsFor(unsorted.length);
  const shift = 32 - bits;
  const blocks = inOrder(unsorted, shift);
  // None of the functions here names the blocks: those that are given back would hold them all.
  const starts = blocks.flatMap(({ hash }, index, all) =>
    index > 0 && hash >>> shift === (all[index - 1]?.hash ?? 0) >>> shift ? [] : index,
  );
  const words = 2 ** bits / 32;
  const ranksAt = headSize + words;
  const firstsAt = ranksAt + words;
  const probesAt = firstsAt + starts.length + 1;
  const { numbers, address } = allocate(probesAt + 3 * blocks.length);
  const numberAt = (place: number): number => numbers[place] ?? 0;

  numbers.fill(0, 0, firstsAt);
  for (const { hash } of blocks) {
    const slot = hash >>> shift;
    numbers[headSize + (slot >> 5)] = numberAt(headSize + (slot >> 5)) | (1 << (slot & 31));
  }
  for (let at = 1; at < words; at += 1) {
    numbers[ranksAt + at] = numberAt(ranksAt + at - 1) + countBits(numberAt(headSize + at - 1));
  }
  numbers.set([...starts, blocks.length], firstsAt);

  for (const [index, each] of blocks.entries()) {
    const size = Math.min(4, each.text.length);
    const from = probePlace(each, geometry.block, size);
    const mask = size === 4 ? -1 : 2 ** (8 * size) - 1;
    numbers.set([from - each.offset, (blockAt(each.text, from, 4) | 0x20202020) & mask, mask], probesAt + 3 * index);
  }
  const inBytes = (place: number): number => (address ?? 0) + place * 4;
  const places = [ranksAt, firstsAt, probesAt].map(inBytes);
  numbers.set([geometry.step, dropOf(geometry.block), shift, ...places]);

  return {
    address,
    blocks,
    // These hold `numbers`, whose room is given to others once nobody does.
    firstOf: (rank) => numberAt(firstsAt + rank),
    rankOf(hash) {
      const slot = hash >>> shift;
      const word = numberAt(headSize + (slot >> 5));
      if (((word >> (slot & 31)) & 1) === 0) return -1;
      return numberAt(ranksAt + (slot >> 5)) + countBits(word & ((1 << (slot & 31)) - 1));
    },
  };
}

const headSize = 8;

/** Of the slots one in 64 is set at most, so that few blocks of a value fall into one by chance. */
const bitsFor = (blocks: number): number => Math.min(mostBits, Math.max(leastBits, Math.ceil(Math.log2(blocks * 64))));

/** 4 KiB of bits: fewer save nothing. */
const leastBits = 15;
/** 32 KiB of bits: more leave the fastest cache. */
const mostBits = 18;

/** Sorted by their slots: as numbers, which is ten times as fast as objects. */
function inOrder(blocks: readonly TextBlock[], shift: number): readonly TextBlock[] {
  const order = Float64Array.from(blocks, ({ hash }, at) => (hash >>> shift) * blocks.length + at).sort();
  return Array.from(order, (each) => blocks[each % blocks.length] ?? bug("a block without a place"));
}

/** Where in its text the probe of a block begins: beside the block if there is room, else so that it has as much as possible beside it. */
function probePlace({ text, offset }: TextBlock, block: Block, probe: number): number {
  const [before, after] = [offset, text.length - offset - block];
  if (after >= probe) return offset + block;
  if (before >= probe) return offset - probe;
  return after >= before ? text.length - probe : 0;
}

function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
