import type { Check } from "../../checks/check.ts";
import { problem } from "../../problem.ts";
import { entryOf, type MapNode, valueOf } from "../../yaml/node.ts";
import { boundsOf, typeOf } from "../section.ts";

/**
 * A percentile is from 0 to 100, and `value_percentile` has one. Sigma's own example has none: it asks how rare a value is,
 * which is another question than which value stands at a percentile.
 *
 * @see Sigma 2.1, "Correlation rules", "Condition"
 */
export const validPercentile: Check<MapNode> = function* (section) {
  const bounds = boundsOf(section);
  if (!bounds || typeOf(section) !== "value_percentile") return;
  const percentile = valueOf(bounds, "percentile");
  if (!percentile) {
    const place = entryOf(section, "condition")?.key.span ?? bounds.span;
    const message = "`percentile` is missing: this correlation is read, but it cannot be evaluated";
    yield problem(
      "missing-percentile",
      place,
      message,
      "say which percentile of the field is compared, such as `percentile: 95`",
    );
    return;
  }
  const isNumber = percentile.kind === "scalar" && percentile.type === "number";
  if (isNumber && Number(percentile.text) >= 0 && Number(percentile.text) <= 100) return;
  yield problem("invalid-percentile", percentile.span, "a percentile is a number from 0 to 100");
};
