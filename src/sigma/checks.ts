import { allowsCombination } from "./checks/allowsCombination.ts";
import type { Check } from "./checks/check.ts";
import { existsAlone } from "./checks/existsAlone.ts";
import { existsHasField } from "./checks/existsHasField.ts";
import { existsTakesBoolean } from "./checks/existsTakesBoolean.ts";
import { fieldGiven } from "./checks/fieldGiven.ts";
import { flagsFollowRe } from "./checks/flagsFollowRe.ts";
import { globsMatch } from "./checks/globsMatch.ts";
import { keywordsHaveText } from "./checks/keywordsHaveText.ts";
import { knownModifiers } from "./checks/knownModifiers.ts";
import { notRepeated } from "./checks/notRepeated.ts";
import { oneOperator } from "./checks/oneOperator.ts";
import { quantifiersCanHold } from "./checks/quantifiersCanHold.ts";
import type { ConditionInRule } from "./checks/conditionInRule.ts";
import { rightOrder } from "./checks/rightOrder.ts";
import { selectionsExist } from "./checks/selectionsExist.ts";
import { valuesGiven } from "./checks/valuesGiven.ts";
import type { DraftItem, ItemKey } from "./detection/draftItem.ts";

/** On the key of an item: its field and modifiers. An item with a problem is not read any further. */
export const keyChecks: readonly Check<ItemKey>[] = [
  knownModifiers,
  oneOperator,
  allowsCombination,
  notRepeated,
  rightOrder,
  flagsFollowRe,
  fieldGiven,
  existsAlone,
  existsHasField,
];

/** On an item as a whole, before its modifiers are applied. */
export const valueChecks: readonly Check<DraftItem>[] = [existsTakesBoolean, valuesGiven, keywordsHaveText];

/** On a condition, once it is parsed. */
export const conditionChecks: readonly Check<ConditionInRule>[] = [selectionsExist, globsMatch, quantifiersCanHold];
