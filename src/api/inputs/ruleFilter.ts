import type { ListedRuleFilter } from "../../detection/index.ts";
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
import { beginningOf, daysDescription, readDays } from "./days.ts";
import { checkFilter } from "./detectionFilter.ts";

export const RuleFilterInput = builder.inputType("RuleFilter", {
  description: "Which rules are wanted. All that is given must hold; null is the same as absent.",
  fields: (t) => ({
    attack: t.field({ type: AttackInput, description: "By the rules' tags." }),
    severity: t.field({ type: SeverityComparator, description: "What counts, overrides included." }),
    status: t.field({ type: RuleStatusComparator, description: "What counts, overrides included." }),
    kind: t.field({ type: RuleKindComparator, description: "Rules, filters or correlations." }),
    state: t.field({ type: RuleStateComparator, description: "The admin's switch." }),
    logsource: t.field({ type: LogsourceInput, description: "Which events they are for." }),
    title: t.string({ description: "Text that the title contains, in any letter case." }),
    firedInDays: t.int({ description: `Rules with a detection. ${daysDescription}` }),
    silentForDays: t.int({ description: `Rules without a detection. ${daysDescription}` }),
  }),
});

export function readRuleFilter(input: InputOf<typeof RuleFilterInput> | null | undefined, now: Date): ListedRuleFilter {
  const { firedInDays, silentForDays, ...filter } = dropNulls(input ?? {});
  checkFilter(filter);
  return {
    ...filter,
    ...(firedInDays !== undefined && { firedSince: beginningOf(readDays(firedInDays), now) }),
    ...(silentForDays !== undefined && { silentSince: beginningOf(readDays(silentForDays), now) }),
  };
}
