import { boundOperators, type Bound, type Threshold } from "../correlation.ts";
import { entryOf, type MapNode } from "../yaml/node.ts";

/** Reads the bounds that are numbers, in the order of the text. */
export function readThreshold(bounds: MapNode): Threshold {
  const read = boundOperators.flatMap((operator): readonly Bound[] => {
    const entry = entryOf(bounds, operator);
    if (entry?.value.kind !== "scalar" || entry.value.type !== "number") return [];
    const { key, value } = entry;
    return [{ operator, value: Number(value.text), span: { start: key.span.start, end: value.span.end } }];
  });
  return read.toSorted((one, other) => one.span.start - other.span.start);
}
