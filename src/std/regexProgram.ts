import type { RE2JS } from "re2js";
import { bug } from "./bug.ts";

/**
 * An expression as an automaton without empty steps: a position takes one code point and is followed by others.
 *
 * Built from the engine's own program, so that both mean the same.
 */
export interface RegexAutomaton {
  readonly positions: readonly Position[];
  /** What a match can begin with. */
  readonly first: Follow;
  /** The class of a code point: those of one class are taken by the same positions. */
  readonly classOf: (codePoint: number) => number;
}

interface Position {
  readonly takes: (codePoint: number) => boolean;
  readonly follow: Follow;
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
const fail = 5;
const match = 6;
const takesOne = new Set([8, 9, 10, 11]);

/** Undefined for an expression with anchors or boundaries, whose steps depend on what stands beside them. */
export function automatonOf(compiled: RE2JS): RegexAutomaton | undefined {
  const { prog, dfa } = compiled.re2() as unknown as Engine;
  const instructions = Array.from({ length: prog.numInst() }, (_, pc) => prog.getInst(pc));
  const places = new Map<number, number>();
  for (const [pc, { op }] of instructions.entries()) if (takesOne.has(op)) places.set(pc, places.size);
  const first = followOf(prog.start, instructions, places);
  const positions = Array.from(places.keys(), (pc) => {
    const instruction = instructions[pc] ?? bug("a position without its instruction");
    const follow = followOf(instruction.out, instructions, places);
    return follow && { takes: (codePoint: number) => instruction.matchRune(codePoint), follow };
  });
  if (!first || !positions.every((position) => position !== undefined)) return undefined;
  return { positions, first, classOf: (codePoint) => dfa.runeClass(codePoint) };
}

/** All that can be reached from `start` without taking a code point; undefined if a condition stands in the way. */
function followOf(
  start: number,
  instructions: readonly Instruction[],
  places: ReadonlyMap<number, number>,
): Follow | undefined {
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
    else if (passThrough.has(op)) waiting.push(out);
    else if (op !== fail) return undefined;
  }
  return { next: next.toSorted((one, other) => one - other), accepts };
}
