import type { FieldTest, ItemTest, ProcessingCondition, RuleTest } from "./conditions/condition.ts";
import { containsDetectionItem } from "./conditions/containsDetectionItem.ts";
import { containsField } from "./conditions/containsField.ts";
import { containsWildcard } from "./conditions/containsWildcard.ts";
import { excludeFields, includeFields } from "./conditions/fieldNames.ts";
import { isNull } from "./conditions/isNull.ts";
import { isSigmaCorrelationRule, isSigmaRule } from "./conditions/kindOfRule.ts";
import { logsource } from "./conditions/logsource.ts";
import { matchString } from "./conditions/matchString.ts";
import { matchValue } from "./conditions/matchValue.ts";
import { appliedToField, appliedToItem, appliedToRule } from "./conditions/processingItemApplied.ts";
import { stateOfField, stateOfItem, stateOfRule } from "./conditions/processingState.ts";
import { ruleAttribute } from "./conditions/ruleAttribute.ts";
import { tag } from "./conditions/tag.ts";

export const ruleConditions: readonly ProcessingCondition<RuleTest>[] = [
  logsource,
  containsDetectionItem,
  containsField,
  appliedToRule,
  stateOfRule,
  isSigmaRule,
  isSigmaCorrelationRule,
  ruleAttribute,
  tag,
];

export const itemConditions: readonly ProcessingCondition<ItemTest>[] = [
  matchString,
  matchValue,
  containsWildcard,
  isNull,
  appliedToItem,
  stateOfItem,
];

export const fieldConditions: readonly ProcessingCondition<FieldTest>[] = [
  includeFields,
  excludeFields,
  appliedToField,
  stateOfField,
];
