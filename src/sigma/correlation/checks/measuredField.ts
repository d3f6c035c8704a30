import type { Check } from "../../checks/check.ts";
import { missingKey } from "../../checks/requiredKeys.ts";
import { boundOperators } from "../../correlation.ts";
import { isString } from "../../metadata/keys.ts";
import { problem } from "../../problem.ts";
import { entryOf, type MapNode, type Node, valueOf } from "../../yaml/node.ts";
import { boundsOf, measuresField, typeOf } from "../section.ts";

/** The types that measure values name their field; only `value_count` may name several. @see Sigma 2.1, "Correlation rules", "Condition" */
export const measuredField: Check<MapNode> = function* (section) {
  const type = typeOf(section);
  const bounds = boundsOf(section);
  if (!type || !measuresField(type) || !bounds) return;
  const field = valueOf(bounds, "field");
  if (!field) {
    const known = new Map([...boundOperators, "percentile"].map((key) => [key, true]));
    yield missingKey({ map: bounds, key: "field", known }, entryOf(section, "condition")?.key.span ?? bounds.span);
    return;
  }
  const isTuple = type === "value_count";
  if (isFields(field) && (isTuple || namesOf(field).length === 1)) return;
  const expected = isTuple ? "a field's name, or a list of names" : "one field's name";
  yield problem("wrong-type", field.span, `\`field\` of \`${type}\` is ${expected}`);
};

const namesOf = (field: Node): readonly Node[] => (field.kind === "sequence" ? field.items : [field]);

const isFields = (field: Node): boolean => {
  const names = namesOf(field);
  return names.length > 0 && names.every((name) => isString(name));
};
