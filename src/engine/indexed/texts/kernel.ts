import { kernelHex } from "./kernel/hex.ts";

/**
 * A small program in WebAssembly (`kernel/kernel.wat`) that looks through long texts: it takes several characters at once and checks
 * no bounds of its own, which makes it several times as fast as asking a string for each.
 *
 * Its memory has the text that is looked through and the tables of all scans. It never grows, so that views of it stay valid; pages
 * that nobody has written to take no room.
 */
interface Kernel {
  /** The first place where one of a table's texts may stand, of those at `at` and every step from there up to `last`; -1 if there is none. */
  readonly nextPlace: (table: number, at: number, last: number) => number;
  /** 1 if a backslash stands before `u` or `/` in the bytes from `at` to `end`, else 0. */
  readonly hasEscape: (at: number, end: number) => number;
}

// What the platform has, as far as it is used: the language's own types do not say it.
interface TextArea extends Uint8Array {
  /** Bytes written. */
  readonly write: (text: string, at: number, encoding: "latin1" | "utf8") => number;
}
declare const Buffer: { readonly from: (memory: ArrayBuffer, from: number, length: number) => TextArea };
declare const WebAssembly: {
  readonly Memory: new (pages: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** Of 64 KiB each. */
const pages = 1_024;
/** In bytes. Longer texts are looked through without the program. */
const longestText = 2 ** 17;
/** The program reads so many bytes before a text and behind it. */
const margin = 32;

const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
const textArea = Buffer.from(memory.buffer, margin, longestText);
const program = Uint8Array.from(kernelHex.match(/../g) ?? [], (byte) => parseInt(byte, 16));
const kernel = new WebAssembly.Instance(new WebAssembly.Module(program), { engine: { memory } }).exports as Kernel;

/** The first place of the text that was placed last where one of a table's texts may stand, of `at` and every step up to `last`; below 0 if there is none. */
export function nextPlace(table: number, at: number, last: number): number {
  return kernel.nextPlace(table, margin + at, margin + last) - margin;
}

/**
 * Puts a text where the program reads it: one byte a character, as V8 keeps nearly all texts and copies them at once; those with letters
 * beyond Latin-1 in UTF-8, where no part of a letter beyond ASCII looks like ASCII.
 *
 * @returns how many bytes it has; -1 if it cannot be looked through there for texts of ASCII, as it is too long or has letters that fold to
 *   some of ASCII
 */
export function place(text: string): number {
  put(text);
  return placed.isFolding ? -1 : placed.bytes;
}

/** A byte of the text that was placed last; behind its end stands what was there before. */
export const byteAt = (at: number): number => textArea[at] ?? 0;

/** Whether a JSON text may have escapes that stand for letters or for `/`. Of what is too long that is not known. */
export function mayHaveEscapes(json: string): boolean {
  put(json);
  return placed.bytes < 0 || kernel.hasEscape(margin, margin + placed.bytes) === 1;
}

/** What lies in the text area. */
const placed = { text: "", bytes: 0, isFolding: false };

function put(text: string): void {
  if (text === placed.text) return;
  // Of a text of one byte a character this is known without reading it.
  const isWide = wide.test(text);
  placed.text = text;
  placed.isFolding = isWide && foldToAscii.test(text);
  placed.bytes =
    text.length * (isWide ? 3 : 1) + margin > longestText ? -1 : textArea.write(text, 0, isWide ? "utf8" : "latin1");
}

const wide = /[^\0-\xff]/;
/** The Kelvin sign and the long s. */
const foldToAscii = /[\u212a\u017f]/;

/** Numbers of four bytes for a table. */
export interface Room {
  readonly numbers: Int32Array;
  /** Where they are for the program, in bytes; undefined if it has no room for them. */
  readonly address: number | undefined;
}

/** Room for so many numbers, whatever they are at first; it is given to others when `numbers` has been collected. */
export function allocate(count: number): Room {
  const size = sizeFor(count);
  const address = released.get(size)?.pop() ?? takeFree(size * 4);
  if (address === undefined) return { numbers: new Int32Array(count), address };
  const numbers = new Int32Array(memory.buffer, address, count);
  forgotten.register(numbers, { address, size });
  return { numbers, address };
}

/** Few sizes, of which each is at most a quarter more than what is asked for, so that what one has left another can have. */
function sizeFor(count: number): number {
  const unit = 2 ** Math.max(0, Math.ceil(Math.log2(count)) - 3);
  return Math.ceil(count / unit) * unit;
}

let freeFrom = longestText + 2 * margin;

function takeFree(bytes: number): number | undefined {
  const address = freeFrom;
  if (address + bytes > memory.buffer.byteLength) return undefined;
  freeFrom += bytes;
  return address;
}

/** Sizes -> addresses of rooms of that size that nobody has any more. */
const released = new Map<number, number[]>();
const forgotten = new FinalizationRegistry<{ readonly address: number; readonly size: number }>(({ address, size }) => {
  const addresses = released.get(size) ?? [];
  addresses.push(address);
  released.set(size, addresses);
});
