import { groupBy } from "./groupBy.ts";
import type { RegexAutomaton } from "./regexProgram.ts";

/**
 * A search that keeps all states of an automaton as bits, 32 to a word, and moves them together. Its time for a character is
 * always the same, where a lazily built automaton may meet a new state at each: an expression such as `a.{500}b` has more
 * states than there are atoms, and texts that visit a new one with every letter.
 *
 * In most expressions a position is followed by the next one: that is a shift of all bits. Where something else can follow, as
 * behind `.{1,64}`, the positions with the same followers are asked for together.
 *
 * @see Navarro and Raffinot, "Flexible Pattern Matching in Strings" (2002), chapter 5
 * @returns undefined if too much can follow for this to be fast
 */
export function searchByBits(automaton: RegexAutomaton): ((text: string) => boolean) | undefined {
  const { first, positions } = automaton;
  if (first.accepts) return () => true;
  const jumps = jumpsOf(automaton);
  const words = Math.ceil(positions.length / 32);
  const work = jumps.reduce((sum, { from, to }) => sum + from.length + to.length, 3 * words);
  return work > maxWork ? undefined : search(automaton, jumps, words);
}

/** In words for each character, of about a nanosecond each. */
const maxWork = 400;

/** A part of a set of positions: which of the 32 of this word. */
interface Bits {
  readonly word: number;
  readonly mask: number;
}

/** From any of these positions to all of those. */
interface Jump {
  readonly from: readonly Bits[];
  readonly to: readonly Bits[];
}

function jumpsOf({ positions }: RegexAutomaton): readonly Jump[] {
  const followers = positions.map(({ follow }, place) => follow.next.filter((next) => next !== place + 1));
  const groups = groupBy(followers.keys(), (place) => (followers[place] ?? []).join());
  groups.delete("");
  return Array.from(groups.values(), (places) => ({
    from: bitsOf(places),
    to: bitsOf(followers[places[0] ?? 0] ?? []),
  }));
}

function bitsOf(places: readonly number[]): readonly Bits[] {
  const words = groupBy(places, (place) => place >> 5);
  return Array.from(words, ([word, inWord]) => ({
    word,
    mask: inWord.reduce((mask, place) => mask | (1 << (place & 31)), 0),
  }));
}

function wordsOf(places: readonly number[], words: number): Int32Array {
  const all = new Int32Array(words);
  for (const { word, mask } of bitsOf(places)) all[word] = mask;
  return all;
}

function search(automaton: RegexAutomaton, jumps: readonly Jump[], words: number): (text: string) => boolean {
  const { positions, first, classOf } = automaton;
  const allThat = (holds: (position: (typeof positions)[number], place: number) => boolean): Int32Array =>
    wordsOf(
      positions.flatMap((position, place) => (holds(position, place) ? place : [])),
      words,
    );
  const firsts = wordsOf(first.next, words);
  const shifting = allThat(({ follow }, place) => follow.next.includes(place + 1));
  const accepting = allThat(({ follow }) => follow.accepts);
  const masks: Int32Array[] = [];
  const maskOf = (codePoint: number): Int32Array =>
    (masks[classOf(codePoint)] ??= allThat(({ takes }) => takes(codePoint)));
  return (text) => {
    let now = new Int32Array(words);
    let next = new Int32Array(words);
    for (let at = 0; at < text.length; at += 1) {
      const codePoint = text.codePointAt(at) ?? 0;
      if (codePoint > 0xffff) at += 1;
      follow({ now, next, firsts, shifting, jumps });
      if (keep(next, maskOf(codePoint), accepting)) return true;
      [now, next] = [next, now];
    }
    return false;
  };
}

interface Step {
  readonly now: Int32Array;
  readonly next: Int32Array;
  readonly firsts: Int32Array;
  readonly shifting: Int32Array;
  readonly jumps: readonly Jump[];
}

/** Puts into `next` what may follow any position of `now`; a match may begin anywhere. */
function follow({ now, next, firsts, shifting, jumps }: Step): void {
  let carry = 0;
  for (let word = 0; word < now.length; word += 1) {
    const bits = (now[word] ?? 0) & (shifting[word] ?? 0);
    next[word] = (bits << 1) | carry | (firsts[word] ?? 0);
    carry = bits >>> 31;
  }
  for (const { from, to } of jumps) {
    if (from.some(({ word, mask }) => ((now[word] ?? 0) & mask) !== 0)) {
      for (const { word, mask } of to) next[word] = (next[word] ?? 0) | mask;
    }
  }
}

/** Keeps the positions that take the character; true if the match may end with one of them. */
function keep(next: Int32Array, mask: Int32Array, accepting: Int32Array): boolean {
  let accepted = 0;
  for (let word = 0; word < next.length; word += 1) {
    const taken = (next[word] ?? 0) & (mask[word] ?? 0);
    accepted |= taken & (accepting[word] ?? 0);
    next[word] = taken;
  }
  return accepted !== 0;
}
