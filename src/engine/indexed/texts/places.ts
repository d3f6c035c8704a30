import { foldUnits } from "../../../std/index.ts";
import { type Block, blockSlots, slotCount, slotOf, fourthOf } from "./blocks.ts";
import { countBlocks } from "./commonBlocks.ts";
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
  const block = blockFor(contents.length, width);
  const step = width - block + 1;
  const { isThere, report } = makeTable(contents, { block, step });
  switch (block) {
    case 4:
      return (value, found) => {
        for (let at = step - 1; at < value.length - 3; at += step) {
          const three = slotOf(value.charCodeAt(at), value.charCodeAt(at + 1), value.charCodeAt(at + 2));
          const slot = three ^ fourthOf(value.charCodeAt(at + 3));
          if ((((isThere[slot >> 5] ?? 0) >> (slot & 31)) & 1) !== 0) report(value, at, slot, found);
        }
      };
    case 3:
      return (value, found) => {
        for (let at = step - 1; at < value.length - 2; at += step) {
          const slot = slotOf(value.charCodeAt(at), value.charCodeAt(at + 1), value.charCodeAt(at + 2));
          if ((((isThere[slot >> 5] ?? 0) >> (slot & 31)) & 1) !== 0) report(value, at, slot, found);
        }
      };
    case 2:
      return (value, found) => {
        for (let at = step - 1; at < value.length - 1; at += step) {
          const slot = slotOf(0, value.charCodeAt(at), value.charCodeAt(at + 1));
          if ((((isThere[slot >> 5] ?? 0) >> (slot & 31)) & 1) !== 0) report(value, at, slot, found);
        }
      };
  }
}

function blockFor(count: number, width: number): Block {
  if (width < 3) return 2;
  return count > manyTexts && width >= 6 ? 4 : 3;
}

/** Of so many texts three characters of nearly any value stand in one. */
const manyTexts = 300;

interface Geometry {
  readonly block: Block;
  /** From place to place; a window has so many blocks. */
  readonly step: number;
}

interface Table {
  /** Slot -> whether a block of some text falls into it, a bit each: the tables of several fields stay in the fastest cache together. */
  readonly isThere: Int32Array;
  /** Looks which texts stand around a place whose block falls into a slot. */
  readonly report: (value: string, at: number, slot: number, found: OnFound) => void;
}

function makeTable(contents: readonly Content[], geometry: Geometry): Table {
  const blocks = chooseBlocks(contents, geometry).sort((one, other) => one.slot - other.slot);
  const isThere = new Int32Array(slotCount / 32);
  const starts: number[] = [];
  for (const [index, { slot }] of blocks.entries()) {
    if (slot !== blocks[index - 1]?.slot) starts.push(index);
    isThere[slot >> 5] = (isThere[slot >> 5] ?? 0) | (1 << (slot & 31));
  }
  const first = Int32Array.from([...starts, blocks.length]);
  const before = countBefore(isThere);
  const offsets = Int32Array.from(blocks, ({ offset }) => offset);
  const probes = blocks.map(({ content, offset }) => probeOf(content.text, offset, geometry.block));
  const probeAt = Int32Array.from(probes, ({ at }) => at);
  const probeUnit = Uint16Array.from(probes, ({ unit }) => unit);
  const texts = blocks.map(({ content }) => content.text);
  const numbers = Int32Array.from(blocks, ({ content }) => content.number);
  const folded = foldUnits();
  return {
    isThere,
    report(value, at, slot, found) {
      const inWord = (isThere[slot >> 5] ?? 0) & ((1 << (slot & 31)) - 1);
      const rank = (before[slot >> 5] ?? 0) + countBits(inWord);
      const end = first[rank + 1] ?? 0;
      for (let each = first[rank] ?? 0; each < end; each += 1) {
        if (folded[value.charCodeAt(at + (probeAt[each] ?? 0))] !== probeUnit[each]) continue;
        if (stands(value, at - (offsets[each] ?? 0), texts[each] ?? "")) found(numbers[each] ?? 0);
      }
    },
  };
}

interface PlacedBlock {
  readonly slot: number;
  /** Where it stands in its text. */
  readonly offset: number;
  readonly content: Content;
}

/** The blocks of each text's window. */
function chooseBlocks(contents: readonly Content[], geometry: Geometry): PlacedBlock[] {
  const slotsOf = contents.map(({ text }) => blockSlots(text, geometry.block));
  const often = countSlots(slotsOf);
  const blocks: PlacedBlock[] = [];
  for (const [index, content] of contents.entries()) {
    const slots = slotsOf[index] ?? [];
    const start = rarestWindow(slots, geometry, often);
    for (let offset = start; offset < start + geometry.step; offset += 1) {
      for (const slot of slots[offset] ?? []) blocks.push({ slot, offset, content });
    }
  }
  return blocks;
}

/** How often blocks of each slot stand in the texts: what many of them have in common many values have too. */
function countSlots(slotsOf: readonly (readonly (readonly number[])[])[]): Uint16Array {
  const counts = new Uint16Array(slotCount);
  for (const slots of slotsOf) for (const [slot = 0] of slots) counts[slot] = (counts[slot] ?? 0) + 1;
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

/** A character beside a block, to see at once that most texts do not stand there: the one after it, else the one before, else its first. */
function probeOf(text: string, offset: number, block: Block): { readonly at: number; readonly unit: number } {
  const at = offset + block < text.length ? block : offset > 0 ? -1 : 0;
  return { at, unit: text.charCodeAt(offset + at) };
}

/** Where the window lies best: its blocks are in few values and in few other texts. Registry paths begin alike in their hundreds. */
function rarestWindow(slots: readonly (readonly number[])[], { block, step }: Geometry, often: Uint16Array): number {
  const common = countBlocks(block);
  const costs = slots.map(([slot = 0]) => (common[slot] ?? 0) * 4 + (often[slot] ?? 0));
  let cost = costs.slice(0, step).reduce((sum, each) => sum + each, 0);
  let [best, least] = [0, cost];
  for (let start = 1; start + step <= costs.length; start += 1) {
    cost += (costs[start + step - 1] ?? 0) - (costs[start - 1] ?? 0);
    if (cost < least) [best, least] = [start, cost];
  }
  return best;
}

/** Whether a folded text stands at a place of a value. */
function stands(value: string, start: number, text: string): boolean {
  if (start < 0 || start + text.length > value.length) return false;
  const folded = foldUnits();
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (folded[value.charCodeAt(start + at)] !== text.charCodeAt(at)) return false;
  }
  return true;
}
