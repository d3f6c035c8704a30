import type { Json, JsonObject } from "../std/index.ts";
import { isContainer, type Container } from "./draft.ts";

/** How large one record may be. What is over a limit is refused whole: nothing is ever cut before matching. */
export interface Limits {
  /** Bytes of the record's text in UTF-8. */
  readonly textBytes: number;
  /** Scalars, empty lists and empty objects. */
  readonly leaves: number;
  /** Objects and lists inside one another; the record itself is the first. */
  readonly depth: number;
}

/** ARCHITECTURE.md, "Nothing is truncated before matching". */
export const defaultLimits: Limits = { textBytes: 1024 * 1024, leaves: 20_000, depth: 64 };

/** A limit that a record breaks. */
export interface LimitProblem {
  readonly code: "too-large" | "too-many-leaves" | "too-deep";
  readonly message: string;
}

/** Whether a text is too long to be a record. Costs nothing but for texts near the limit. */
export function textOverLimit(text: string, limits: Limits): LimitProblem | undefined {
  if (text.length * 3 <= limits.textBytes || utf8Bytes(text) <= limits.textBytes) return undefined;
  return { code: "too-large", message: `the event is larger than ${limits.textBytes} bytes` };
}

/** Whether a record has too many leaves or is too deep. Walks it level by level, so that depth costs no stack. */
export function shapeOverLimit(record: JsonObject, limits: Limits): LimitProblem | undefined {
  let leaves = 0;
  let level: Container[] = [record];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > limits.depth) {
      return { code: "too-deep", message: `the event is nested deeper than ${limits.depth} levels` };
    }
    const below: Container[] = [];
    for (const container of level) leaves += countLeaves(container, below);
    if (leaves > limits.leaves) {
      return { code: "too-many-leaves", message: `the event has more than ${limits.leaves} values` };
    }
    level = below;
  }
  return undefined;
}

/** Counts the leaves that are directly in a container and puts the containers in it on a list. */
function countLeaves(container: Container, below: Container[]): number {
  const values: readonly Json[] = Array.isArray(container) ? container : Object.values(container);
  let leaves = values.length === 0 ? 1 : 0;
  for (const value of values) {
    if (isContainer(value)) below.push(value);
    else leaves++;
  }
  return leaves;
}

function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // A surrogate pair is four bytes in UTF-8, two for each half.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}
