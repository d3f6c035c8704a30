import type { Span } from "../source.ts";
import type { ScalarNode } from "./node.ts";

/** Where the characters `start` to `end` of a scalar's text stand in the file. Folded or escaped text has no exact place: all of it is blamed. */
export function spanWithin(scalar: ScalarNode, start: number, end: number): Span {
  const { exactStart } = scalar;
  return exactStart === undefined ? scalar.span : { start: exactStart + start, end: exactStart + end };
}
