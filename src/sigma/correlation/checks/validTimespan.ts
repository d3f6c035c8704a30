import type { Check } from "../../checks/check.ts";
import { isString } from "../../metadata/keys.ts";
import { problem } from "../../problem.ts";
import { quote } from "../../quote.ts";
import { parseTimespan } from "../../timespan.ts";
import { type MapNode, valueOf } from "../../yaml/node.ts";

/** The timespan is a number above zero and one of `s`, `m`, `h`, `d`. @see Sigma 2.1, "Correlation rules", "Timespan" */
export const validTimespan: Check<MapNode> = function* (section) {
  const timespan = valueOf(section, "timespan");
  if (timespan?.kind !== "scalar" || !isString(timespan) || parseTimespan(timespan.text) !== undefined) return;
  const [, count = "", unit = ""] = /^\s*([0-9]{1,6})\s*([a-zA-Z]+)\s*$/.exec(timespan.text) ?? [];
  const hint = rewritten(count, unit) ?? "a timespan looks like `30s`, `15m`, `24h` or `7d`";
  yield problem("invalid-timespan", timespan.span, `${quote(timespan.text)} is not a timespan`, hint);
};

/** What other tools and people write, in Sigma's units. */
function rewritten(count: string, unit: string): string | undefined {
  if (unit === "M") return `minutes are \`${count}m\`; write months in days`;
  const days = unit === "y" ? 365 : /^w/i.test(unit) ? 7 : undefined;
  if (days !== undefined) return `write it in days: \`${Number(count) * days}d\``;
  const known = /^(?:s|sec|m|min|h|d|seconds?|minutes?|hours?|days?)$/i.test(unit);
  return known && Number(count) > 0 ? `did you mean \`${Number(count)}${unit.charAt(0).toLowerCase()}\`?` : undefined;
}
