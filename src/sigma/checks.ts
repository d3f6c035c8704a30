import { allowsCombination } from "./checks/allowsCombination.ts";
import type { Check } from "./checks/check.ts";
import { existsAlone } from "./checks/existsAlone.ts";
import { existsHasField } from "./checks/existsHasField.ts";
import { existsTakesBoolean } from "./checks/existsTakesBoolean.ts";
import { flagsFollowRe } from "./checks/flagsFollowRe.ts";
import { globsMatch } from "./checks/globsMatch.ts";
import { keywordsHaveText } from "./checks/keywordsHaveText.ts";
import { knownLevel } from "./checks/knownLevel.ts";
import { knownModifiers } from "./checks/knownModifiers.ts";
import { knownStatus } from "./checks/knownStatus.ts";
import { oneOperator } from "./checks/oneOperator.ts";
import { quantifiersCanHold } from "./checks/quantifiersCanHold.ts";
import { requiredKeys } from "./checks/requiredKeys.ts";
import type { ConditionInRule } from "./checks/conditionInRule.ts";
import { rightTypes } from "./checks/rightTypes.ts";
import { selectionsExist } from "./checks/selectionsExist.ts";
import { textLengths } from "./checks/textLengths.ts";
import { valuesGiven } from "./checks/valuesGiven.ts";
import type { DraftItem } from "./detection/draftItem.ts";
import type { MapNode } from "./yaml/node.ts";

/** On the document of a rule, before it is read. */
export const ruleChecks: readonly Check<MapNode>[] = [requiredKeys, rightTypes, textLengths, knownStatus, knownLevel];

/** On an item, before its modifiers are applied. An item with a problem is not read any further. */
export const itemChecks: readonly Check<DraftItem>[] = [
  knownModifiers,
  oneOperator,
  allowsCombination,
  flagsFollowRe,
  existsAlone,
  existsHasField,
  existsTakesBoolean,
  valuesGiven,
  keywordsHaveText,
];

/** On a condition, once it is parsed. */
export const conditionChecks: readonly Check<ConditionInRule>[] = [selectionsExist, globsMatch, quantifiersCanHold];
