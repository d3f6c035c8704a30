import { bug } from "./bug.ts";
import { groupBy } from "./groupBy.ts";
import { circumstancesOf, neighbourOf, neighbours, none } from "./regexPlaces.ts";
import type { Follows, RegexAutomaton } from "./regexProgram.ts";

/**
 * An automaton whose positions are bits, 32 to a word, that move together. The time for a character is always the same, however many
 * sets of positions a text leads to.
 *
 * In most expressions a position is followed by the next one: that is a shift of all bits. Where something else can follow, as
 * behind `.{1,64}`, the positions with the same followers are asked for together. What anchors and boundaries allow depends on
 * the characters on both sides: there are few ways, and a table of what follows for each.
 *
 * A state is an array: the bits of the positions that took the last character, and behind them what that character was to anchors and
 * boundaries. That of a text's beginning is all zeros.
 *
 * @see Navarro and Raffinot, "Flexible Pattern Matching in Strings" (2002), chapter 5
 */
export interface RegexBits {
  /** The length of a state. */
  readonly width: number;
  /** Code points with the same symbol lead to the same states from each. Symbols are numbered as they come, behind `endOfText`. */
  readonly symbolOf: (codePoint: number) => number;
  /** How many symbols there are by now. */
  readonly symbols: () => number;
  /** Puts the state that follows `now` by a symbol into `next`, if the search goes on. */
  readonly move: (now: Int32Array, next: Int32Array, symbol: number) => Verdict;
}

/** The symbol behind the last character. The search ends with it. */
export const endOfText = 0;

export type Verdict = typeof goesOn | typeof accepted | typeof dead;
export const goesOn = 0;
/** A match ends before the symbol. */
export const accepted = -2;
/** There is none, whatever follows. */
export const dead = -3;

/** Undefined if too much can follow for this to be fast. */
export function bitsOf(automaton: RegexAutomaton): RegexBits | undefined {
  const steps = stepsOf(automaton);
  if (steps.some(({ work }) => work > maxWork)) return undefined;
  const words = Math.ceil(automaton.positions.length / 32);
  const { symbols, symbolOf } = numberSymbols(automaton, kindsOf(steps));
  const beginsAnywhere = steps.slice(neighbours.length).some(mayBegin);
  return {
    width: words + 1,
    symbolOf,
    symbols: () => symbols.length,
    move: (now, next, symbol) => {
      const { mask, kind } = symbols[symbol] ?? bug("a symbol without its number");
      const before = now[words] ?? none;
      if (follow(now, next, steps[before * neighbours.length + kind])) return accepted;
      if (symbol === endOfText) return dead;
      next[words] = kind;
      return keep(next, mask) || beginsAnywhere ? goesOn : dead;
    },
  };
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

/** What can follow between two characters. */
interface Step {
  readonly firsts: Int32Array;
  readonly shifting: Int32Array;
  readonly accepting: Int32Array;
  readonly jumps: readonly Jump[];
  /** Whether a match of nothing may stand here. */
  readonly acceptsNothing: boolean;
  readonly work: number;
}

/** One for each pair of neighbours: that of `before` and `after` is at `before * neighbours.length + after`. */
function stepsOf({ asks, followIn }: RegexAutomaton): readonly Step[] {
  const byCircumstances = new Map<number, Step>();
  const stepIn = (circumstances: number): Step => {
    const step = byCircumstances.get(circumstances) ?? stepOf(followIn(circumstances));
    byCircumstances.set(circumstances, step);
    return step;
  };
  return neighbours.flatMap((before) => neighbours.map((after) => stepIn(circumstancesOf(before, after) & asks)));
}

/** For each neighbour the first of those that make no difference: all are one to an expression without anchors and boundaries. */
function kindsOf(steps: readonly Step[]): readonly number[] {
  const step = (before: number, after: number) => steps[before * neighbours.length + after];
  const areSame = (one: number, other: number): boolean =>
    neighbours.every((each) => step(one, each) === step(other, each) && step(each, one) === step(each, other));
  return neighbours.map((neighbour) => neighbours.find((each) => areSame(each, neighbour)) ?? neighbour);
}

/** Which positions take a symbol, and what it is as a neighbour. */
interface RegexSymbol {
  readonly mask: Int32Array;
  readonly kind: number;
}

function numberSymbols({ positions, classOf }: RegexAutomaton, kinds: readonly number[]) {
  const words = Math.ceil(positions.length / 32);
  const symbols: RegexSymbol[] = [{ mask: new Int32Array(words), kind: kinds[none] ?? none }];
  const numbers = new Map<string, number>();
  const byClass: number[] = [];
  const numberOf = (codePoint: number, kind: number): number => {
    const places = positions.flatMap(({ takes }, place) => (takes(codePoint) ? place : []));
    const key = `${kind}:${places.join()}`;
    const number = numbers.get(key) ?? symbols.push({ mask: wordsOf(places, words), kind }) - 1;
    numbers.set(key, number);
    return number;
  };
  const symbolOf = (codePoint: number): number => {
    const kind = kinds[neighbourOf(codePoint)] ?? none;
    return (byClass[classOf(codePoint) * neighbours.length + kind] ??= numberOf(codePoint, kind));
  };
  return { symbols, symbolOf };
}

function stepOf({ first, after }: Follows): Step {
  const words = Math.ceil(after.length / 32);
  const allThat = (holds: (follow: Follows["first"], place: number) => boolean): Int32Array =>
    wordsOf(
      after.flatMap((follow, place) => (holds(follow, place) ? place : [])),
      words,
    );
  const jumps = jumpsOf(after);
  return {
    firsts: wordsOf(first.next, words),
    shifting: allThat(({ next }, place) => next.includes(place + 1)),
    accepting: allThat(({ accepts }) => accepts),
    jumps,
    acceptsNothing: first.accepts,
    work: jumps.reduce((sum, { from, to }) => sum + from.length + to.length, 3 * words),
  };
}

function jumpsOf(after: Follows["after"]): readonly Jump[] {
  const followers = after.map(({ next }, place) => next.filter((each) => each !== place + 1));
  const groups = groupBy(followers.keys(), (place) => (followers[place] ?? []).join());
  groups.delete("");
  return Array.from(groups.values(), (places) => ({
    from: partsOf(places),
    to: partsOf(followers[places[0] ?? 0] ?? []),
  }));
}

function partsOf(places: readonly number[]): readonly Bits[] {
  const words = groupBy(places, (place) => place >> 5);
  return Array.from(words, ([word, inWord]) => ({
    word,
    mask: inWord.reduce((mask, place) => mask | (1 << (place & 31)), 0),
  }));
}

function wordsOf(places: readonly number[], words: number): Int32Array {
  const all = new Int32Array(words);
  for (const place of places) all[place >> 5] = (all[place >> 5] ?? 0) | (1 << (place & 31));
  return all;
}

const mayBegin = ({ firsts, acceptsNothing }: Step): boolean => acceptsNothing || firsts.some((word) => word !== 0);

/** Puts into `next` what may follow any position of `now`; a match may begin here. True if one may end here. */
function follow(now: Int32Array, next: Int32Array, step: Step | undefined): boolean {
  const { firsts, shifting, accepting, jumps, acceptsNothing } = step ?? bug("a place without its step");
  let carry = 0;
  let ends = 0;
  for (let word = 0; word < firsts.length; word += 1) {
    const current = now[word] ?? 0;
    const bits = current & (shifting[word] ?? 0);
    ends |= current & (accepting[word] ?? 0);
    next[word] = (bits << 1) | carry | (firsts[word] ?? 0);
    carry = bits >>> 31;
  }
  for (const { from, to } of jumps) {
    if (from.some(({ word, mask }) => ((now[word] ?? 0) & mask) !== 0)) {
      for (const { word, mask } of to) next[word] = (next[word] ?? 0) | mask;
    }
  }
  return ends !== 0 || acceptsNothing;
}

/** Keeps the positions that take the character; true if there are any. */
function keep(next: Int32Array, mask: Int32Array): boolean {
  let kept = 0;
  for (let word = 0; word < mask.length; word += 1) {
    const taken = (next[word] ?? 0) & (mask[word] ?? 0);
    kept |= taken;
    next[word] = taken;
  }
  return kept !== 0;
}
