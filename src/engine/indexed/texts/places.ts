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
  const isThere = new Int32Array(slotCount / 32);
  const load = new Uint16Array(slotCount);
  // The blocks of a slot are a list: the last, then the one before.
  const heads = new Int32Array(slotCount);
  const befores: number[] = [-1];
  const offsets: number[] = [0];
  const owners: Content[] = [{ text: "", number: 0 }];
  for (const content of contents) {
    const slots = blockSlots(content.text, geometry.block);
    const start = rarestWindow(slots, geometry, load);
    for (let offset = start; offset < start + geometry.step; offset += 1) {
      for (const slot of slots[offset] ?? []) {
        befores.push(heads[slot] ?? 0);
        offsets.push(offset);
        heads[slot] = owners.push(content) - 1;
        isThere[slot >> 5] = (isThere[slot >> 5] ?? 0) | (1 << (slot & 31));
        load[slot] = (load[slot] ?? 0) + 1;
      }
    }
  }
  return {
    isThere,
    report(value, at, slot, found) {
      for (let each = heads[slot] ?? 0; each > 0; each = befores[each] ?? 0) {
        const owner = owners[each];
        if (owner && stands(value, at - (offsets[each] ?? 0), owner.text)) found(owner.number);
      }
    },
  };
}

/** Where the window lies best: its blocks are in few values and in few other texts. Registry paths begin alike in their hundreds. */
function rarestWindow(slots: readonly (readonly number[])[], { block, step }: Geometry, load: Uint16Array): number {
  const common = countBlocks(block);
  const costs = slots.map(([slot = 0]) => (common[slot] ?? 0) * 4 + (load[slot] ?? 0));
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
