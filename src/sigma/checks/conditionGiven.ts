import { ruleKeys } from "../metadata/keys.ts";
import { entryOf, type MapNode } from "../yaml/node.ts";
import type { Check } from "./check.ts";
import { missingKey } from "./requiredKeys.ts";

/** A detection or a filter has a condition. @see Sigma 2.1, "Detection" and "Filters" */
export const conditionGiven = (section: "detection" | "filter"): Check<MapNode> =>
  function* (document) {
    const entry = entryOf(document, section);
    if (entry?.value.kind !== "map" || entryOf(entry.value, "condition")) return;
    yield missingKey({ map: entry.value, key: "condition", known: ruleKeys }, entry.key.span);
  };
