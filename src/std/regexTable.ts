import { goesOn, type RegexBits } from "./regexBits.ts";
import { type keepStates, type RegexStates, unknown } from "./regexStates.ts";

/** What texts have taught a search of an expression. */
export interface RegexTable {
  /** The symbols of characters by their numbers, as far as they were met; 0 else. Replaced as it grows. */
  symbols: Uint16Array;
  /** Replaced by empty ones when there is no more room, which the rows of before mean nothing to. */
  states: RegexStates;
  /** The symbol of the character at a place, which is remembered. */
  readonly symbolAt: (text: string, at: number) => number;
  /** The row behind a symbol, the verdict, or `unknown`. */
  readonly follow: (row: number, symbol: number) => number;
  /** The row behind a symbol, or the verdict, by bits: it is remembered. */
  readonly learn: (row: number, symbol: number) => number;
}

/** Nothing is known yet. `maxCells` bounds what is kept of states, in numbers of four bytes. */
export function newTable(bits: RegexBits, maxCells: number, keep: typeof keepStates): RegexTable {
  const { width, move, symbolOf } = bits;
  const [now, next] = [new Int32Array(width), new Int32Array(width)];
  const begin = (): RegexStates => {
    const symbols = Math.max(leastSymbols, 2 ** Math.ceil(Math.log2(bits.symbols() + 1)));
    const states = keep({
      width,
      symbols,
      maxStates: Math.max(2, Math.floor(maxCells / (symbols + width + perState))),
    });
    states.rowOf(new Int32Array(width));
    return states;
  };
  const table: RegexTable = {
    symbols: new Uint16Array(256),
    states: begin(),
    // A symbol that came after the rows were made is asked for each time: it would be read as one of the next row's.
    symbolAt: (text, at) => {
      const codePoint = text.codePointAt(at) ?? 0;
      const symbol = symbolOf(codePoint);
      if (isOneUnit(codePoint) && symbol < table.states.symbols) {
        if (codePoint >= table.symbols.length) table.symbols = enlarge(table.symbols, codePoint);
        table.symbols[codePoint] = symbol;
      }
      return symbol;
    },
    follow: (row, symbol) => (symbol < table.states.symbols ? (table.states.rows[row + symbol] ?? unknown) : unknown),
    learn: (row, symbol) => {
      table.states.read(row, now);
      const verdict = move(now, next, symbol);
      const fits = symbol < table.states.symbols;
      const following = verdict !== goesOn ? verdict : fits ? table.states.rowOf(next) : unknown;
      if (following === unknown) {
        table.states = begin();
        return table.states.rowOf(next);
      }
      if (fits) table.states.rows[row + symbol] = following;
      return following;
    },
  };
  return table;
}

/** Of a row. It has room for those of most expressions, so that rows need not be made anew as they come. */
const leastSymbols = 16;

/** What it takes to find a state again, in numbers of four bytes. */
const perState = 8;

/** Of a pair no half has a symbol, and halves that stand alone are rare. */
const isOneUnit = (codePoint: number): boolean => codePoint <= 0xffff && (codePoint & 0xf800) !== 0xd800;

/** With room for a character: 512 bytes for Latin-1, 4 KB for most of Europe, 128 KB where Chinese is met. */
function enlarge(symbols: Uint16Array, codePoint: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(2 ** Math.ceil(Math.log2(codePoint + 1)));
  larger.set(symbols);
  return larger;
}
