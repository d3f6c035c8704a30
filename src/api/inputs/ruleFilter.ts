import type { RuleFilter } from "../../rules/index.ts";
import { dropNulls } from "../absent.ts";
import { builder } from "../builder.ts";
import {
  AttackInput,
  type InputOf,
  LogsourceInput,
  RuleKindComparator,
  RuleStateComparator,
  RuleStatusComparator,
  SeverityComparator,
} from "./comparators.ts";
import { checkFilter } from "./detectionFilter.ts";

export const RuleFilterInput = builder.inputType("RuleFilter", {
  description: "Which rules are wanted. All that is given must hold; null is the same as absent.",
  fields: (t) => ({
    attack: t.field({ type: AttackInput }),
    severity: t.field({ type: SeverityComparator, description: "What counts, overrides included." }),
    status: t.field({ type: RuleStatusComparator, description: "What counts, overrides included." }),
    kind: t.field({ type: RuleKindComparator }),
    state: t.field({ type: RuleStateComparator }),
    logsource: t.field({ type: LogsourceInput }),
    title: t.string({ description: "Text that the title contains, in any letter case." }),
  }),
});

export function readRuleFilter(input: InputOf<typeof RuleFilterInput> | null | undefined): RuleFilter {
  const filter = dropNulls(input ?? {});
  checkFilter(filter);
  return filter;
}
