import { type Problem, problem } from "../problem.ts";
import type { Span } from "../source.ts";
import { closest } from "../../std/index.ts";
import { entryOf, type Entry, type MapNode, valueOf } from "../yaml/node.ts";
import { ruleKeys } from "../metadata/keys.ts";
import type { Check } from "./check.ts";

/** A rule has a title, a logsource, and a detection with a condition. @see Sigma 2.1, "Structure" */
export const requiredKeys: Check<MapNode> = function* (document) {
  for (const key of ["title", "logsource", "detection"]) {
    if (isBlank(document, key)) yield missing(document, key, document.entries[0]?.key.span ?? document.span);
  }
  const detection = entryOf(document, "detection");
  if (detection?.value.kind === "map" && !entryOf(detection.value, "condition")) {
    yield missing(detection.value, "condition", detection.key.span);
  }
};

function isBlank(document: MapNode, key: string): boolean {
  const value = valueOf(document, key);
  return !value || (value.kind === "scalar" && value.text.trim() === "");
}

/** Blames the empty value, else the key that is misspelt, else the place where the map begins. */
function missing(map: MapNode, key: string, beginning: Span): Problem {
  const there = entryOf(map, key);
  if (there) return problem("missing-key", there.key.span, `\`${key}\` is empty`);
  const misspelt = misspeltKey(map, key);
  const hint = misspelt && `did you mean \`${key}\` instead of \`${misspelt.text}\`?`;
  return problem("missing-key", misspelt?.span ?? beginning, `\`${key}\` is missing`, hint);
}

function misspeltKey(map: MapNode, key: string): Entry["key"] | undefined {
  const strangers = map.entries.filter((entry) => !ruleKeys.has(entry.key.text));
  const found = closest(
    key,
    strangers.map((entry) => entry.key.text),
  );
  return strangers.find((entry) => entry.key.text === found)?.key;
}
