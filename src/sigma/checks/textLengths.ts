import { problem } from "../problem.ts";
import { type MapNode, valueOf } from "../yaml/node.ts";
import type { Check } from "./check.ts";

/** In code points. @see Sigma 2.1, "Title" and "Name"; for ids our own limit */
const limits = new Map([
  ["title", 256],
  ["id", 255],
  ["name", 256],
]);

/** What identifies a rule is short. */
export const textLengths: Check<MapNode> = function* (document) {
  for (const [key, limit] of limits) {
    const value = valueOf(document, key);
    if (value?.kind !== "scalar") continue;
    const length = Array.from(value.text).length;
    if (length > limit)
      yield problem("too-long", value.span, `\`${key}\` has ${length} characters, at most ${limit} are allowed`);
  }
};
