import { foldUnits } from "../../../std/index.ts";
import { byteAt } from "./kernel.ts";

/** How many characters are looked at together. */
export type Block = 2 | 3 | 4;

/**
 * What a block of characters is looked up by: 32 bits, of which tables take as many from the top as they have room for. Case does not
 * matter: of ASCII letters the bit that tells cases apart is set, and of other characters, which does no harm.
 *
 * Each block is a number of four bytes; a shorter one has none in the lower. `kernel/kernel.wat` computes the same.
 */
export const hashOf = (four: number): number => Math.imul(four | 0x20202020, 0x9e3779b1);

/** What is looked through: a value, or what the kernel has been given of one. */
export type Looked = string | typeof inKernel;
export const inKernel = Symbol("the text that was placed last");

/** The UTF-16 unit at a place, folded. Of texts that the kernel has in UTF-8 the byte: of these only letters of ASCII are asked for. */
export const foldedAt = (looked: Looked, at: number): number =>
  foldUnits()[looked === inKernel ? byteAt(at) : looked.charCodeAt(at)] ?? 0;

/** The block at a place. */
export function blockAt(looked: Looked, at: number, block: Block): number {
  const two = (lowByte(looked, at) << 16) | (lowByte(looked, at + 1) << 24);
  if (block === 2) return two;
  const three = (two >>> 8) | (lowByte(looked, at + 2) << 24);
  return block === 3 ? three : (three >>> 8) | (lowByte(looked, at + 3) << 24);
}

const lowByte = (looked: Looked, at: number): number => foldedAt(looked, at) & 0xff;

/** How many bits of a block are not asked for. */
export const dropOf = (block: Block): number => 32 - 8 * block;

/** Where it is counted how often blocks come, they fall into so many slots. */
export const slotBits = 15;
export const slotOf = (hash: number): number => hash >>> (32 - slotBits);

/** The hashes of the blocks at each place of a text. */
export const blockHashes = (text: string, block: Block): Int32Array =>
  Int32Array.from({ length: text.length - block + 1 }, (_, at) => hashOf(blockAt(text, at, block)));

export const beyondAscii = /[^\0-\x7f]/;
