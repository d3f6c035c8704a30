import { foldVariants } from "../../../std/index.ts";

/** How many characters are looked at together. */
export type Block = 2 | 3 | 4;

/** Blocks fall into so many slots; several may share one. */
export const slotCount = 32 ** 3;

/** Of ASCII letters the five low bits are the same in both cases: nothing need be folded. */
export const slotOf = (one: number, two: number, three: number): number =>
  ((one & 31) << 10) | ((two & 31) << 5) | (three & 31);

/** A fourth character, spread over the slot's bits, as it has no room of its own. */
export const fourthOf = (four: number): number => ((four & 31) * 0x295) & (slotCount - 1);

/**
 * For each place of a folded text the slots of all blocks that fold to the one there, the slot of the text itself first: more than one
 * only where letters beyond ASCII fold to one of its characters, as the Kelvin sign does to `k`.
 */
export function blockSlots(text: string, block: Block): readonly (readonly number[])[] {
  const bits = Array.from({ length: text.length }, (_, at) => lowBits(text.charCodeAt(at)));
  return Array.from({ length: text.length - block + 1 }, (_, at) => slotsOf(bits.slice(at, at + block)));
}

function slotsOf(bits: readonly (readonly number[])[]): readonly number[] {
  let slots: readonly number[] = [0];
  for (const [at, choices] of bits.entries()) {
    const add =
      at < 3
        ? (slot: number, each: number) => (slot << 5) | each
        : (slot: number, each: number) => slot ^ fourthOf(each);
    const [only = 0] = choices;
    slots =
      choices.length === 1 && slots.length === 1
        ? [add(slots[0] ?? 0, only)]
        : slots.flatMap((slot) => choices.map((each) => add(slot, each)));
  }
  return slots;
}

function lowBits(unit: number): readonly number[] {
  return (bitsOf[unit] ??= [
    ...new Set(foldVariants(String.fromCharCode(unit)).map((letter) => letter.charCodeAt(0) & 31)),
  ]);
}

const bitsOf: (readonly number[])[] = [];
