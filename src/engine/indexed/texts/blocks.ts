import { foldVariants } from "../../../std/index.ts";

/** How many characters are looked at together. */
export type Block = 2 | 3 | 4;

/**
 * What a block of characters is looked up by: 32 bits, of which tables take as many from the top as they have room for. Case does not
 * matter: of ASCII letters the bit that tells cases apart is set, and of other characters, which does no harm.
 *
 * Each block is a number of four bytes; a shorter one has none in the lower. `kernel/next.wat` computes the same.
 */
export const hashOf = (four: number): number => Math.imul(four | 0x20202020, 0x9e3779b1);

/** The block of a value at a place. */
export function blockAt(value: string, at: number, block: Block): number {
  const two = ((value.charCodeAt(at) & 0xff) << 16) | ((value.charCodeAt(at + 1) & 0xff) << 24);
  if (block === 2) return two;
  const three = (two >>> 8) | ((value.charCodeAt(at + 2) & 0xff) << 24);
  return block === 3 ? three : (three >>> 8) | ((value.charCodeAt(at + 3) & 0xff) << 24);
}

/** How many bits of a block are not asked for. */
export const dropOf = (block: Block): number => 32 - 8 * block;

/** Where it is counted how often blocks come, they fall into so many slots. */
export const slotBits = 15;
export const slotOf = (hash: number): number => hash >>> (32 - slotBits);

/**
 * For each place of a folded text the hashes of all blocks that fold to the one there, the hash of the text itself first: more than one
 * only where letters beyond ASCII fold to one of its characters, as the Kelvin sign does to `k`.
 */
export function blockHashes(text: string, block: Block): readonly (readonly number[])[] {
  const bytes = Array.from({ length: text.length }, (_, at) => bytesOf(text.charCodeAt(at)));
  return Array.from({ length: text.length - block + 1 }, (_, at) => hashesOf(bytes.slice(at, at + block)));
}

function hashesOf(bytes: readonly (readonly number[])[]): readonly number[] {
  let blocks: readonly number[] = [0];
  for (const choices of bytes) blocks = blocks.flatMap((four) => choices.map((byte) => (four >>> 8) | (byte << 24)));
  return blocks.map(hashOf);
}

function bytesOf(unit: number): readonly number[] {
  return (known[unit] ??= [
    ...new Set(foldVariants(String.fromCharCode(unit)).map((letter) => (letter.charCodeAt(0) & 0xff) | 0x20)),
  ]);
}

const known: (readonly number[])[] = [];

export const beyondAscii = /[^\0-\x7f]/;
