import { bug } from "./bug.ts";
import { groupBy } from "./groupBy.ts";
import { circumstancesOf, neighbourOf, neighbours, none } from "./regexPlaces.ts";
import type { Follows, RegexAutomaton } from "./regexProgram.ts";

/**
 * A search that keeps all states of an automaton as bits, 32 to a word, and moves them together. Its time for a character is
 * always the same, where a lazily built automaton may meet a new state at each: an expression such as `a.{500}b` has more
 * states than there are atoms, and texts that visit a new one with every letter.
 *
 * In most expressions a position is followed by the next one: that is a shift of all bits. Where something else can follow, as
 * behind `.{1,64}`, the positions with the same followers are asked for together. What anchors and boundaries allow depends on
 * the characters on both sides: there are few ways, and a table of what follows for each.
 *
 * @see Navarro and Raffinot, "Flexible Pattern Matching in Strings" (2002), chapter 5
 * @returns undefined if too much can follow for this to be fast
 */
export function searchByBits(automaton: RegexAutomaton): ((text: string) => boolean) | undefined {
  const steps = stepsOf(automaton);
  return steps.some(({ work }) => work > maxWork) ? undefined : search(automaton, steps);
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

function search({ positions, classOf }: RegexAutomaton, steps: readonly Step[]): (text: string) => boolean {
  const words = Math.ceil(positions.length / 32);
  const masks: Int32Array[] = [];
  const maskOf = (codePoint: number): Int32Array =>
    (masks[classOf(codePoint)] ??= wordsOf(
      positions.flatMap(({ takes }, place) => (takes(codePoint) ? place : [])),
      words,
    ));
  const beginsAnywhere = steps.slice(neighbours.length).some(mayBegin);
  return (text) => {
    let now = new Int32Array(words);
    let next = new Int32Array(words);
    let before = none;
    for (let at = 0; at < text.length; at += 1) {
      const codePoint = text.codePointAt(at) ?? 0;
      if (codePoint > 0xffff) at += 1;
      const after = neighbourOf(codePoint);
      if (follow(now, next, steps[before * neighbours.length + after])) return true;
      if (!keep(next, maskOf(codePoint)) && !beginsAnywhere) return false;
      [now, next] = [next, now];
      before = after;
    }
    return follow(now, next, steps[before * neighbours.length + none]);
  };
}

const mayBegin = ({ firsts, acceptsNothing }: Step): boolean => acceptsNothing || firsts.some((word) => word !== 0);

/** Puts into `next` what may follow any position of `now`; a match may begin here. True if one may end here. */
function follow(now: Int32Array, next: Int32Array, step: Step | undefined): boolean {
  const { firsts, shifting, accepting, jumps, acceptsNothing } = step ?? bug("a place without its step");
  let carry = 0;
  let accepted = 0;
  for (let word = 0; word < now.length; word += 1) {
    const current = now[word] ?? 0;
    const bits = current & (shifting[word] ?? 0);
    accepted |= current & (accepting[word] ?? 0);
    next[word] = (bits << 1) | carry | (firsts[word] ?? 0);
    carry = bits >>> 31;
  }
  for (const { from, to } of jumps) {
    if (from.some(({ word, mask }) => ((now[word] ?? 0) & mask) !== 0)) {
      for (const { word, mask } of to) next[word] = (next[word] ?? 0) | mask;
    }
  }
  return accepted !== 0 || acceptsNothing;
}

/** Keeps the positions that take the character; true if there are any. */
function keep(next: Int32Array, mask: Int32Array): boolean {
  let kept = 0;
  for (let word = 0; word < next.length; word += 1) {
    const taken = (next[word] ?? 0) & (mask[word] ?? 0);
    kept |= taken;
    next[word] = taken;
  }
  return kept !== 0;
}
