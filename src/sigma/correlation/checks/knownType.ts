import type { Check } from "../../checks/check.ts";
import { isString } from "../../metadata/keys.ts";
import { problem } from "../../problem.ts";
import { quote } from "../../quote.ts";
import { suggest } from "../../suggest.ts";
import { type MapNode, valueOf } from "../../yaml/node.ts";
import { correlationTypes, typeOf } from "../section.ts";

/** The type is one of Sigma's, or `value_median`. @see Sigma 2.1, "Correlation rules", "Type" */
export const knownType: Check<MapNode> = function* (section) {
  const type = valueOf(section, "type");
  if (type?.kind !== "scalar" || !isString(type) || typeOf(section)) return;
  const hint = suggest(type.text, correlationTypes) ?? `one of ${correlationTypes.join(", ")}`;
  yield problem("unknown-correlation-type", type.span, `there is no correlation type ${quote(type.text)}`, hint);
};
