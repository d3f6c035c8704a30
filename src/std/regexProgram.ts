import type { RE2JS } from "re2js";
import { bug } from "./bug.ts";

/**
 * An expression as an automaton without empty steps: a position takes one code point and is followed by others.
 *
 * Built from the engine's own program, so that both mean the same.
 */
export interface RegexAutomaton {
  readonly positions: readonly Position[];
  /** Which circumstances its anchors and boundaries ask for, as bits; 0 if it has none. */
  readonly asks: number;
  /** What follows what where these circumstances are given: those that it asks for matter. */
  readonly followIn: (circumstances: number) => Follows;
  /** The class of a code point: those of one class are taken by the same positions. */
  readonly classOf: (codePoint: number) => number;
}

interface Position {
  readonly takes: (codePoint: number) => boolean;
}

/** What can follow at one place of a text. */
export interface Follows {
  /** What a match can begin with. */
  readonly first: Follow;
  /** What can follow each position. */
  readonly after: readonly Follow[];
}

/** Places in `positions`, ascending, and whether the match may end here. */
interface Follow {
  readonly next: readonly number[];
  readonly accepts: boolean;
}

/** What is read of the engine, whose types do not say it. */
interface Engine {
  readonly prog: {
    readonly start: number;
    numInst(): number;
    getInst(pc: number): Instruction;
  };
  readonly dfa: { runeClass(codePoint: number): number };
}

interface Instruction {
  readonly op: number;
  readonly out: number;
  readonly arg: number;
  matchRune(codePoint: number): boolean;
}

const alternatives = new Set([1, 2]);
const passThrough = new Set([3, 7]);
/** Its `arg` is the circumstances in which it passes. */
const condition = 4;
const fail = 5;
const match = 6;
const takesOne = new Set([8, 9, 10, 11]);

/** Undefined for an expression with an instruction that is not known here. */
export function automatonOf(compiled: RE2JS): RegexAutomaton | undefined {
  const { prog, dfa } = compiled.re2() as unknown as Engine;
  const instructions = Array.from({ length: prog.numInst() }, (_, pc) => prog.getInst(pc));
  if (!instructions.every(({ op }) => isKnown(op))) return undefined;
  const taking = instructions.flatMap((instruction, pc) => (takesOne.has(instruction.op) ? { instruction, pc } : []));
  const places = new Map(taking.map(({ pc }, place) => [pc, place]));
  const asks = instructions.reduce((bits, { op, arg }) => (op === condition ? bits | arg : bits), 0);
  return {
    positions: taking.map(({ instruction }) => ({ takes: (codePoint) => instruction.matchRune(codePoint) })),
    asks,
    followIn: (circumstances) => {
      const followOf = (start: number): Follow => reach(start, { instructions, places, circumstances });
      return { first: followOf(prog.start), after: taking.map(({ instruction }) => followOf(instruction.out)) };
    },
    classOf: (codePoint) => dfa.runeClass(codePoint),
  };
}

const isKnown = (op: number): boolean =>
  alternatives.has(op) || passThrough.has(op) || takesOne.has(op) || [condition, fail, match].includes(op);

interface Program {
  readonly instructions: readonly Instruction[];
  readonly places: ReadonlyMap<number, number>;
  readonly circumstances: number;
}

/** All that can be reached from `start` without taking a code point. */
function reach(start: number, { instructions, places, circumstances }: Program): Follow {
  const seen = new Set<number>();
  const waiting = [start];
  const next: number[] = [];
  let accepts = false;
  for (let pc = waiting.pop(); pc !== undefined; pc = waiting.pop()) {
    if (seen.has(pc)) continue;
    seen.add(pc);
    const { op, out, arg } = instructions[pc] ?? bug("a step to nowhere");
    const place = places.get(pc);
    if (place !== undefined) next.push(place);
    else if (op === match) accepts = true;
    else if (alternatives.has(op)) waiting.push(out, arg);
    else if (passThrough.has(op) || (op === condition && (arg & ~circumstances) === 0)) waiting.push(out);
  }
  return { next: next.toSorted((one, other) => one - other), accepts };
}
