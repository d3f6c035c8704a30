import { closest } from "../../std/index.ts";
import type { Keys } from "../metadata/keys.ts";
import { type Problem, problem } from "../problem.ts";
import type { Span } from "../source.ts";
import { type Entry, entryOf, type MapNode, valueOf } from "../yaml/node.ts";
import type { Check } from "./check.ts";

/** A document has a title and its sections. @see Sigma 2.1, "Structure" */
export const requiredKeys = (required: readonly string[], keys: Keys): Check<MapNode> =>
  function* (document) {
    for (const key of required) {
      if (isBlank(document, key)) yield missingKey({ map: document, key, known: keys }, beginningOf(document));
    }
  };

/** Of a document that was merged, the place where its own part begins. */
function beginningOf({ entries, span }: MapNode): Span {
  return entries.find(({ key }) => key.span.start >= span.start && key.span.end <= span.end)?.key.span ?? span;
}

export function isBlank(map: MapNode, key: string): boolean {
  const value = valueOf(map, key);
  return !value || (value.kind === "scalar" && value.text.trim() === "");
}

interface Missing {
  readonly map: MapNode;
  readonly key: string;
  /** Keys that mean something else, so are not this one misspelt. */
  readonly known: ReadonlyMap<string, unknown>;
}

/** Blames the empty value, else the key that is misspelt, else the place where the map begins. */
export function missingKey({ map, key, known }: Missing, beginning: Span): Problem {
  const there = entryOf(map, key);
  if (there) return problem("missing-key", there.key.span, `\`${key}\` is empty`);
  const strangers = map.entries.filter((entry) => !known.has(entry.key.text));
  const misspelt = misspeltKey(strangers, key);
  const hint = misspelt && `did you mean \`${key}\` instead of \`${misspelt.text}\`?`;
  return problem("missing-key", misspelt?.span ?? beginning, `\`${key}\` is missing`, hint);
}

function misspeltKey(strangers: readonly Entry[], key: string): Entry["key"] | undefined {
  const found = closest(
    key,
    strangers.map((entry) => entry.key.text),
  );
  return strangers.find((entry) => entry.key.text === found)?.key;
}
