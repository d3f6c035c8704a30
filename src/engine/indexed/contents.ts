import { foldUnits, foldVariants, groupBy } from "../../std/index.ts";
import { countInCommon } from "./commonTexts.ts";
import type { OnFound, Scan } from "./endsTrie.ts";

/** A text with its number. */
export interface Content {
  readonly text: string;
  readonly number: number;
}

/**
 * Finds all texts that a value contains.
 *
 * Not every character is looked at: where a text is at least so long, one of every few places of the value lies within it, and the
 * three characters there tell which texts it could be. The places do not depend on each other, so that the processor looks at
 * several at once; an algorithm that jumps as far as the last characters allow (Wu and Manber, 1994) waits for each.
 *
 * @param contents folded, plain and not empty
 */
export function scanContents(contents: readonly Content[]): Scan {
  const isAscii = ({ text }: Content): boolean => !beyondAscii.test(text);
  const ascii = scanGroups(contents.filter(isAscii));
  const others = contents.filter((content) => !isAscii(content));
  if (others.length === 0) return ascii;
  // Few values have what these need, and it is soon seen.
  const rest = scanGroups(others);
  return (value, found) => {
    ascii(value, found);
    if (beyondAscii.test(value)) rest(value, found);
  };
}

const beyondAscii = /[^\0-\x7f]/;

/** A short text among long ones would bring the places close together for all: each class of lengths has its own pass. */
function scanGroups(contents: readonly Content[]): Scan {
  const groups = groupBy(contents, ({ text }) => classOf(text));
  const scans = Array.from(groups, ([length, group]) => scanGroup(group, length));
  const [only] = scans;
  if (only !== undefined && scans.length === 1) return only;
  return (value, found) => {
    for (const scan of scans) scan(value, found);
  };
}

const classOf = ({ length }: string): number => (length >= 6 ? 6 : length >= 4 ? 4 : length);

/** So many searches by the platform, which are very fast, cost less than a pass that looks at every place. */
const mostSearches = 24;

function scanGroup(contents: readonly Content[], length: number): Scan {
  if (length > 2) return scanPlaces(contents);
  const searches = contents.map(({ text, number }) => ({ number, texts: spellingsOf(text) }));
  const isFew = searches.reduce((sum, { texts }) => sum + texts.length, 0) <= mostSearches;
  return isFew || length === 1 ? searchEach(searches) : scanPlaces(contents);
}

function searchEach(searches: readonly { readonly number: number; readonly texts: readonly string[] }[]): Scan {
  return (value, found) => {
    for (const { number, texts } of searches) {
      for (const text of texts) {
        if (!value.includes(text)) continue;
        found(number);
        break;
      }
    }
  };
}

/** Every text that folds to this one. */
function spellingsOf(text: string): readonly string[] {
  let spellings: readonly string[] = [""];
  for (const unit of text.split("")) {
    spellings = spellings.flatMap((start) => foldVariants(unit).map((variant) => start + variant));
  }
  return spellings;
}

/** Texts that are longer have more places to choose from, but few are. */
const longestWindow = 12;

/**
 * Each text has a window of characters in it, wider by a block than the step from place to place: wherever the text stands, one place
 * falls on the beginning of one of its blocks.
 */
function scanPlaces(contents: readonly Content[]): Scan {
  const width = contents.reduce((least, { text }) => Math.min(least, text.length), longestWindow);
  const block = blockFor(contents.length, width);
  const step = width - block + 1;
  const { isThere, report } = makeTable(contents, { block, step });
  switch (block) {
    case 4:
      return (value, found) => {
        for (let at = step - 1; at < value.length - 3; at += step) {
          const slot =
            slotOf(value.charCodeAt(at), value.charCodeAt(at + 1), value.charCodeAt(at + 2)) ^
            fourthOf(value.charCodeAt(at + 3));
          if (isThere[slot] !== 0) report(value, at, slot, found);
        }
      };
    case 3:
      return (value, found) => {
        for (let at = step - 1; at < value.length - 2; at += step) {
          const slot = slotOf(value.charCodeAt(at), value.charCodeAt(at + 1), value.charCodeAt(at + 2));
          if (isThere[slot] !== 0) report(value, at, slot, found);
        }
      };
    case 2:
      return (value, found) => {
        for (let at = step - 1; at < value.length - 1; at += step) {
          const slot = slotOf(0, value.charCodeAt(at), value.charCodeAt(at + 1));
          if (isThere[slot] !== 0) report(value, at, slot, found);
        }
      };
  }
}

/** Characters that are looked at together: of thousands of texts three of nearly any value stand in one. */
type Block = 2 | 3 | 4;

function blockFor(count: number, width: number): Block {
  if (width < 3) return 2;
  return count > manyTexts && width >= 6 ? 4 : 3;
}

const manyTexts = 300;
const slots = 32 ** 3;

/** Of ASCII letters the five low bits are the same in both cases: nothing need be folded. */
const slotOf = (one: number, two: number, three: number): number =>
  ((one & 31) << 10) | ((two & 31) << 5) | (three & 31);

/** Spread over the slot's bits, as it has no room of its own. */
const fourthOf = (four: number): number => ((four & 31) * 0x295) & (slots - 1);

/** Whether a folded text stands at a place of a value. */
function stands(value: string, start: number, text: string): boolean {
  if (start < 0 || start + text.length > value.length) return false;
  const folded = foldUnits();
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (folded[value.charCodeAt(start + at)] !== text.charCodeAt(at)) return false;
  }
  return true;
}

interface Geometry {
  readonly block: Block;
  /** From place to place; a window has so many blocks. */
  readonly step: number;
}

interface Table {
  /** Slot -> whether a block of some text falls into it. */
  readonly isThere: Uint8Array;
  /** Looks which texts stand around a place whose block falls into a slot. */
  readonly report: (value: string, at: number, slot: number, found: OnFound) => void;
}

function makeTable(contents: readonly Content[], geometry: Geometry): Table {
  const isThere = new Uint8Array(slots);
  const load = new Uint16Array(slots);
  // The blocks of a slot are a list: the last, then the one before.
  const heads = new Int32Array(slots);
  const befores: number[] = [-1];
  const offsets: number[] = [0];
  const owners: Content[] = [{ text: "", number: 0 }];
  for (const content of contents) {
    const start = rarestWindow(content.text, geometry, load);
    for (let offset = start; offset < start + geometry.step; offset += 1) {
      for (const slot of slotsOf(content.text.slice(offset, offset + geometry.block))) {
        befores.push(heads[slot] ?? 0);
        offsets.push(offset);
        heads[slot] = owners.push(content) - 1;
        isThere[slot] = 1;
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
function rarestWindow(text: string, { block, step }: Geometry, load: Uint16Array): number {
  const costs = Array.from({ length: text.length - block + 1 }, (_, at) =>
    costOfBlock(text.slice(at, at + block), load),
  );
  let [best, least] = [0, Infinity];
  for (let start = 0; start + step <= costs.length; start += 1) {
    const cost = costs.slice(start, start + step).reduce((sum, each) => sum + each, 0);
    if (cost < least) [best, least] = [start, cost];
  }
  return best;
}

function costOfBlock(characters: string, load: Uint16Array): number {
  const [slot = 0] = slotsOf(characters);
  return commonness(characters) * 4 + (load[slot] ?? 0);
}

const counts = new Map<string, number>();

function commonness(characters: string): number {
  const known = counts.get(characters);
  if (known !== undefined) return known;
  const count = countInCommon(characters);
  if (counts.size < mostCounts) counts.set(characters, count);
  return count;
}

const mostCounts = 50_000;

/** The slots of all that folds to these characters: one, unless letters beyond ASCII fold to one of them, as to `k`. */
function slotsOf(characters: string): readonly number[] {
  const of = (at: number): readonly number[] => (at < 0 ? [0] : lowBits(characters.charCodeAt(at)));
  const first = Math.min(0, characters.length - 3);
  const threes = product(product(of(first), of(first + 1), 5), of(first + 2), 5);
  if (characters.length < 4) return threes;
  return [...new Set(threes.flatMap((three) => of(3).map((four) => three ^ fourthOf(four))))];
}

const product = (high: readonly number[], low: readonly number[], bits: number): readonly number[] =>
  high.length * low.length === 1
    ? [((high[0] ?? 0) << bits) | (low[0] ?? 0)]
    : high.flatMap((one) => low.map((other) => (one << bits) | other));

function lowBits(unit: number): readonly number[] {
  return (bitsOf[unit] ??= [
    ...new Set(foldVariants(String.fromCharCode(unit)).map((letter) => letter.charCodeAt(0) & 31)),
  ]);
}

const bitsOf: (readonly number[])[] = [];
