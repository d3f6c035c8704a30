import type { Check } from "../../checks/check.ts";
import { boundOperators } from "../../correlation.ts";
import { problem } from "../../problem.ts";
import { entryOf, type MapNode } from "../../yaml/node.ts";
import { boundsOf } from "../section.ts";

/** A condition compares with something, and what it compares with are numbers. @see Sigma 2.1, "Correlation rules", "Condition" */
export const validBounds: Check<MapNode> = function* (section) {
  const bounds = boundsOf(section);
  if (!bounds) return;
  const entries = boundOperators.flatMap((operator) => entryOf(bounds, operator) ?? []);
  for (const { key, value } of entries) {
    if (value.kind === "scalar" && value.type === "number") continue;
    yield problem("wrong-type", value.span, `\`${key.text}\` is a number`);
  }
  if (entries.length > 0) return;
  const message = "the condition compares with nothing";
  const place = entryOf(section, "condition")?.key.span ?? bounds.span;
  yield problem("missing-bound", place, message, `use ${boundOperators.join(", ")}`);
};
