import type { Check } from "../../checks/check.ts";
import { boundOperators } from "../../correlation.ts";
import { correlationSectionKeys } from "../../metadata/keys.ts";
import { type Problem, problem } from "../../problem.ts";
import { quote } from "../../quote.ts";
import { suggest } from "../../suggest.ts";
import type { MapNode } from "../../yaml/node.ts";
import { boundsOf, type CorrelationType, measuresField, typeOf } from "../section.ts";

/** The `correlation` section and its condition have no keys of the author's own. @see Sigma 2.1, "Correlation rules" */
export const knownSectionKeys: Check<MapNode> = function* (section) {
  yield* strangers(section, [...correlationSectionKeys.keys()], "a correlation");
  const bounds = boundsOf(section);
  const type = typeOf(section);
  if (bounds) yield* strangers(bounds, conditionKeys(type), type ? `the condition of \`${type}\`` : "a condition");
};

/** Of an unknown type, all that any type has. */
const conditionKeys = (type: CorrelationType | undefined): readonly string[] => [
  ...boundOperators,
  ...(type === undefined || measuresField(type) ? ["field"] : []),
  ...(type === undefined || type === "value_percentile" ? ["percentile"] : []),
];

function* strangers(map: MapNode, known: readonly string[], where: string): Iterable<Problem> {
  for (const { key } of map.entries) {
    if (known.includes(key.text)) continue;
    const message = `${quote(key.text)} means nothing in ${where}`;
    yield problem("ignored-key", key.span, message, suggest(key.text, known));
  }
}
