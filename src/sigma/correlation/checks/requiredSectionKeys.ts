import type { Check } from "../../checks/check.ts";
import { isBlank, missingKey } from "../../checks/requiredKeys.ts";
import { correlationSectionKeys } from "../../metadata/keys.ts";
import { readList } from "../../metadata/readMetadata.ts";
import { problem } from "../../problem.ts";
import { entryOf, type MapNode } from "../../yaml/node.ts";
import { expressionOf, isTemporal, typeOf } from "../section.ts";

/**
 * A correlation has a type, rules and a timespan, and a condition unless it is temporal. A temporal one may name its rules in
 * its condition alone.
 *
 * @see Sigma 2.1, "Correlation rules"
 */
export const requiredSectionKeys: Check<MapNode> = function* (section) {
  const type = typeOf(section);
  const isOptional = type !== undefined && isTemporal(type);
  const required = [
    "type",
    "timespan",
    ...(isOptional ? [] : ["condition"]),
    ...(namesRules(section) ? [] : ["rules"]),
  ];
  const beginning = section.entries[0]?.key.span ?? section.span;
  for (const key of required) {
    if (isBlank(section, key)) yield missingKey({ map: section, key, known: correlationSectionKeys }, beginning);
  }
  const rules = entryOf(section, "rules");
  if (rules?.value.kind === "sequence" && rules.value.items.length === 0 && !namesRules(section)) {
    yield problem("missing-key", rules.key.span, "`rules` is empty");
  }
};

/** Whether the rules can be found in the condition. */
const namesRules = (section: MapNode): boolean =>
  expressionOf(section) !== undefined && readList(section, "rules").length === 0;
