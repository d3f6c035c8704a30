import { kernelHex } from "./kernel/hex.ts";

/**
 * A small program in WebAssembly (`kernel/kernel.wat`) that looks through long texts: it takes several characters at once and checks
 * no bounds of its own, which makes it several times as fast as asking a string for each.
 *
 * Its memory has the text that is looked through and the tables of all scans. It never grows, so that views of it stay valid; pages
 * that nobody has written to take no room.
 */
interface Kernel {
  /** The first place of a table whose slot is set, of those at `at` and every step from there up to `last`; -1 if there is none. */
  readonly nextPlace: (table: number, at: number, last: number) => number;
  /** 1 if a backslash stands before `u` or `/` in the first `length` bytes, else 0. */
  readonly hasEscape: (length: number) => number;
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
/** The program reads so many bytes more than a text has. */
const margin = 32;

const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
const textArea = Buffer.from(memory.buffer, 0, longestText);
const program = Uint8Array.from(kernelHex.match(/../g) ?? [], (byte) => parseInt(byte, 16));
const kernel = new WebAssembly.Instance(new WebAssembly.Module(program), { engine: { memory } }).exports as Kernel;

export const { nextPlace } = kernel;

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

/** A byte of the text that was placed last; 0 behind its end. */
export const byteAt = (at: number): number => textArea[at] ?? 0;

/** Whether a JSON text may have escapes that stand for letters or for `/`. Of what is too long that is not known. */
export function mayHaveEscapes(json: string): boolean {
  put(json);
  return placed.bytes < 0 || kernel.hasEscape(placed.bytes) === 1;
}

/** What lies in the text area. */
const placed = { text: "", bytes: 0, isFolding: false };

function put(text: string): void {
  if (text === placed.text) return;
  // Of a text of one byte a character this is known without reading it.
  const isWide = wide.test(text);
  placed.text = text;
  placed.isFolding = isWide && foldToAscii.test(text);
  placed.bytes = text.length * (isWide ? 3 : 1) + margin > longestText ? -1 : write(text, isWide ? "utf8" : "latin1");
}

const wide = /[^\0-\xff]/;
/** The Kelvin sign and the long s. */
const foldToAscii = /[\u212a\u017f]/;

function write(text: string, encoding: "latin1" | "utf8"): number {
  const written = textArea.write(text, 0, encoding);
  textArea.fill(0, written, written + margin);
  return written;
}

/** How the blocks of a text fall into the slots of a table: see `blocks.ts`. */
export interface TableShape {
  /** From one place that is looked at to the next. */
  readonly step: number;
  /** So many bits of a block are left out. */
  readonly drop: number;
  /** The upper 32 - `shift` bits of a block's hash are its slot. */
  readonly shift: number;
}

export interface Table {
  /** A bit for each slot, 32 to a word, none of them set. */
  readonly words: Int32Array;
  /** What the program knows it by; undefined if there was no room, so that the program cannot see it. */
  readonly address: number | undefined;
}

/** Makes a table; its room is given to others when `words` has been collected. */
export function makeTable({ step, drop, shift }: TableShape): Table {
  const count = 2 ** (32 - shift);
  const bytes = headBytes + count / 8;
  const address = released.get(bytes)?.pop() ?? takeFree(bytes);
  if (address === undefined) return { words: new Int32Array(count / 32), address };
  new Int32Array(memory.buffer, address, 3).set([step, drop, shift]);
  const words = new Int32Array(memory.buffer, address + headBytes, count / 32).fill(0);
  forgotten.register(words, { address, bytes });
  return { words, address };
}

/** What stands before the bits. */
const headBytes = 16;

let freeFrom = longestText;

function takeFree(bytes: number): number | undefined {
  const address = freeFrom;
  if (address + bytes > memory.buffer.byteLength) return undefined;
  freeFrom += bytes;
  return address;
}

/** Bytes -> addresses of tables of that size that nobody has any more. */
const released = new Map<number, number[]>();
const forgotten = new FinalizationRegistry<{ readonly address: number; readonly bytes: number }>(
  ({ address, bytes }) => {
    const addresses = released.get(bytes) ?? [];
    addresses.push(address);
    released.set(bytes, addresses);
  },
);
