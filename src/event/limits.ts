import type { Json, JsonObject } from "../std/index.ts";
import { isContainer, type Container } from "./container.ts";

/** How large one record may be. What is over a limit is refused whole: nothing is ever cut before matching. */
export interface Limits {
  /** Bytes of the record's text in UTF-8. */
  readonly textBytes: number;
  /** Scalars, empty lists and empty objects. */
  readonly leaves: number;
  /** Objects and lists inside one another; the record itself is the first. */
  readonly depth: number;
  /** Characters of the dotted paths of all properties together: one long name above many others would fill the memory. */
  readonly pathLength: number;
}

/** ARCHITECTURE.md, "Nothing is truncated before matching". Paths come to some 2,000 characters in most events. */
export const defaultLimits: Limits = { textBytes: 2 ** 20, leaves: 20_000, depth: 64, pathLength: 2 ** 22 };

/** A limit that a record breaks. */
export interface LimitProblem {
  readonly code: "too-large" | "too-many-leaves" | "too-deep" | "names-too-long";
  readonly message: string;
}

/** Whether a text is too long to be a record. Costs nothing but for texts near the limit. */
export function textOverLimit(text: string, limits: Limits): LimitProblem | undefined {
  if (text.length * 3 <= limits.textBytes || utf8Bytes(text) <= limits.textBytes) return undefined;
  return { code: "too-large", message: `the event is larger than ${limits.textBytes} bytes` };
}

/** Whether a record has too many leaves, is too deep or has too long names. Goes level by level, so that depth costs no stack. */
export function shapeOverLimit(record: JsonObject, limits: Limits): LimitProblem | undefined {
  const total: Total = { leaves: 0, pathLength: 0 };
  let level: Place[] = [{ container: record, pathLength: 0 }];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > limits.depth) return { code: "too-deep", message: `the event is deeper than ${limits.depth} levels` };
    const below: Place[] = [];
    for (const place of level) count(place, total, below);
    if (total.leaves > limits.leaves) {
      return { code: "too-many-leaves", message: `the event has more than ${limits.leaves} values` };
    }
    if (total.pathLength > limits.pathLength) {
      return {
        code: "names-too-long",
        message: `the event's field names are longer than ${limits.pathLength} together`,
      };
    }
    level = below;
  }
  return undefined;
}

interface Place {
  readonly container: Container;
  readonly pathLength: number;
}

interface Total {
  leaves: number;
  pathLength: number;
}

/** Adds what is directly in a container to the total and puts the containers in it on a list. */
function count(place: Place, total: Total, below: Place[]): void {
  const isEmpty = Array.isArray(place.container)
    ? countMembers(place.container, place.pathLength, total, below)
    : countProperties(place.container as JsonObject, place.pathLength, total, below);
  if (isEmpty) total.leaves++;
}

function countMembers(list: readonly Json[], pathLength: number, total: Total, below: Place[]): boolean {
  for (const value of list) {
    if (isContainer(value)) below.push({ container: value, pathLength });
    else total.leaves++;
  }
  return list.length === 0;
}

function countProperties(object: JsonObject, parentLength: number, total: Total, below: Place[]): boolean {
  let isEmpty = true;
  for (const key in object) {
    isEmpty = false;
    const value = object[key];
    const pathLength = parentLength + key.length + 1;
    total.pathLength += pathLength;
    if (isContainer(value)) below.push({ container: value, pathLength });
    else total.leaves++;
  }
  return isEmpty;
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
