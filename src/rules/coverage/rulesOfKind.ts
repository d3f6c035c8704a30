import { isConsidered } from "../../engine/index.ts";
import type { EventKind } from "../../event/index.ts";
import type { Rule } from "../../sigma/index.ts";
import { groupBy } from "../../std/index.ts";

/** Finds the rules whose logsource fits a kind of events. Thousands of rules name some hundred logsources: those are compared. */
export function rulesOfKind(rules: Iterable<Rule>): (kind: EventKind) => readonly Rule[] {
  const byLogsource = groupBy(rules, ({ logsource: { product, category, service } }) =>
    JSON.stringify([product ?? null, category ?? null, service ?? null]),
  );
  const groups = [...byLogsource.values()];
  return (kind) => groups.filter(([first]) => first && isConsidered(first.logsource, kind)).flat();
}
