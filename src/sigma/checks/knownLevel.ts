import { problem } from "../problem.ts";
import { quote } from "../quote.ts";
import { levels } from "../metadata.ts";
import { suggest } from "../suggest.ts";
import { type MapNode, valueOf } from "../yaml/node.ts";
import type { Check } from "./check.ts";

const known: ReadonlySet<string> = new Set(levels);

/** @see Sigma 2.1, "Level" */
export const knownLevel: Check<MapNode> = function* (document) {
  const value = valueOf(document, "level");
  if (value?.kind !== "scalar" || value.type !== "string" || known.has(value.text)) return;
  const hint = suggest(value.text, levels) ?? `one of ${levels.join(", ")}`;
  yield problem("unknown-level", value.span, `there is no level ${quote(value.text)}`, hint);
};
