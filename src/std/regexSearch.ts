import { accepted, endOfText, goesOn, type RegexBits } from "./regexBits.ts";
import { keepStates, unknown } from "./regexStates.ts";
import { newTable, type RegexTable } from "./regexTable.ts";

export interface SearchLimits {
  /** What is kept of states, in numbers of four bytes. */
  readonly maxCells: number;
  /** So many moves of bits may be remembered before a search goes on without; and this is the most that is earned back. */
  readonly credit: number;
  /** For so many characters that are read one more move may be remembered. */
  readonly charactersPerMove: number;
}

/** A quarter of a megabyte at most for an expression; on real events those of SigmaHQ's rules need three kilobytes each. */
const usual: SearchLimits = { maxCells: 65_536, credit: 1_000, charactersPerMove: 64 };

/**
 * A search by states that are made when a text first leads to them: a character costs a look into a table.
 *
 * What the table does not know yet the bits tell, and it is remembered. An expression such as `a.{500}b` has more states than there
 * are atoms, and texts that visit a new one with every character. So few are kept, and all forgotten where there is no more room; and to
 * remember takes credit. When it is used up a search goes on by bits to the end of its text; reading earns it back, slowly. So a
 * search costs hardly more than by bits, whatever the texts are, and a strange text spoils none that come later.
 *
 * @see Cox, "Regular Expression Matching in the Wild" (2010), on the lazily built automaton of RE2
 */
export function searchByStates(bits: RegexBits, limits = usual, keep = keepStates): (text: string) => boolean {
  let made: RegexTable | undefined;
  let { credit } = limits;
  const search = (text: string): boolean => {
    const table = (made ??= newTable(bits, limits.maxCells, keep));
    const place: Place = { at: 0, row: 0 };
    for (;;) {
      readOn(text, place, table.symbols, table.states.rows);
      const { at, row } = place;
      const symbol = at === text.length ? endOfText : table.symbolAt(text, at);
      let following = table.follow(row, symbol);
      if (following === unknown) {
        if (credit < 1) return goOnByBits(bits, table, text, place);
        credit -= 1;
        following = table.learn(row, symbol);
      }
      if (following < 0) return following === accepted;
      place.row = following;
      place.at = at + (isPair(text, at) ? 2 : 1);
    }
  };
  return (text) => {
    const found = search(text);
    credit = Math.min(limits.credit, credit + text.length / limits.charactersPerMove);
    return found;
  };
}

/** Where a search is: before a character, with the row of its state. */
interface Place {
  at: number;
  row: number;
}

/**
 * As far as the table goes: to the end of the text, or to a character whose symbol or row is not known, or which decides.
 *
 * It is all that most searches do, so it stands alone, for V8 to see that rows are whole numbers: `| 0` and a `-1` that is no name say
 * so. Without them it adds floating point numbers, and a character costs three times as much.
 */
function readOn(text: string, place: Place, symbols: Uint16Array, rows: Int32Array): void {
  let at = place.at | 0;
  let row = place.row | 0;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= symbols.length) break;
    // That of a character that was not met yet is 0, as that of the text's end, behind which there is no row.
    const following = rows[(row + (symbols[unit] ?? 0)) | 0] ?? -1;
    if (following < 0) break;
    row = following;
  }
  place.at = at;
  place.row = row;
}

/** From a place to the end of the text. What is read so is not remembered. */
function goOnByBits(bits: RegexBits, table: RegexTable, text: string, place: Place): boolean {
  let [now, next] = [new Int32Array(bits.width), new Int32Array(bits.width)];
  table.states.read(place.row, now);
  for (let { at } = place; at < text.length; at += 1) {
    const known = table.symbols[text.charCodeAt(at)] ?? 0;
    const verdict = bits.move(now, next, known === 0 ? table.symbolAt(text, at) : known);
    if (verdict !== goesOn) return verdict === accepted;
    if (known === 0 && isPair(text, at)) at += 1;
    [now, next] = [next, now];
  }
  return bits.move(now, next, endOfText) === accepted;
}

/** Two units are one character. */
const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;
