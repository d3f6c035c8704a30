import { allOfEqualValues } from "./checks/items/allOfEqualValues.ts";
import { allOfThem } from "./checks/condition/allOfThem.ts";
import { allOnOneValue } from "./checks/items/allOnOneValue.ts";
import { ambiguousYaml } from "./checks/values/ambiguousYaml.ts";
import { base64WithoutCased } from "./checks/items/base64WithoutCased.ts";
import { base64offsetWithoutContains } from "./checks/items/base64offsetWithoutContains.ts";
import { casedWithoutEffect } from "./checks/items/casedWithoutEffect.ts";
import { cidrOfEverything } from "./checks/items/cidrOfEverything.ts";
import { contradictoryTags } from "./checks/tags/contradictoryTags.ts";
import { controlCharacter } from "./checks/values/controlCharacter.ts";
import { dateInFuture } from "./checks/dates/dateInFuture.ts";
import { deprecatedWithoutRelated } from "./checks/related/deprecatedWithoutRelated.ts";
import { doubleWildcard } from "./checks/values/doubleWildcard.ts";
import { duplicateDetection } from "./checks/acrossRules/duplicateDetection.ts";
import { duplicateFalsePositive } from "./checks/falsepositives/duplicateFalsePositive.ts";
import { duplicateId } from "./checks/acrossRules/duplicateId.ts";
import { duplicateName } from "./checks/acrossRules/duplicateName.ts";
import { duplicateReference } from "./checks/references/duplicateReference.ts";
import { duplicateRelated } from "./checks/related/duplicateRelated.ts";
import { duplicateSelection } from "./checks/selections/duplicateSelection.ts";
import { duplicateTag } from "./checks/tags/duplicateTag.ts";
import { fileName } from "./checks/acrossRules/fileName.ts";
import { duplicateTitle } from "./checks/acrossRules/duplicateTitle.ts";
import { duplicateValue } from "./checks/values/duplicateValue.ts";
import { emptyLogsource } from "./checks/logsource/emptyLogsource.ts";
import { emptyText } from "./checks/values/emptyText.ts";
import { escapedFinalWildcard } from "./checks/values/escapedFinalWildcard.ts";
import { escapedWildcardInPath } from "./checks/values/escapedWildcardInPath.ts";
import { expandWithoutPlaceholder } from "./checks/items/expandWithoutPlaceholder.ts";
import { extendedQuantifier } from "./checks/condition/extendedQuantifier.ts";
import { falsePositiveCase } from "./checks/falsepositives/falsePositiveCase.ts";
import { falsePositiveTypo } from "./checks/falsepositives/falsePositiveTypo.ts";
import { fieldCase } from "./checks/items/fieldCase.ts";
import { fieldrefToItself } from "./checks/items/fieldrefToItself.ts";
import { filterIncludes } from "./checks/filter/filterIncludes.ts";
import { filterName } from "./checks/selections/filterName.ts";
import { filterWithoutNot } from "./checks/condition/filterWithoutNot.ts";
import { globWithoutStar } from "./checks/condition/globWithoutStar.ts";
import { hostBitsSet } from "./checks/items/hostBitsSet.ts";
import { idNotUuid } from "./checks/metadata/idNotUuid.ts";
import { impliedField } from "./checks/logsource/impliedField.ts";
import { invalidDate } from "./checks/dates/invalidDate.ts";
import { linkInDescription } from "./checks/metadata/linkInDescription.ts";
import { localisedUser } from "./checks/items/localisedUser.ts";
import { logsourceSpelling } from "./checks/logsource/logsourceSpelling.ts";
import { malformedHash } from "./checks/items/malformedHash.ts";
import { malformedTag } from "./checks/tags/malformedTag.ts";
import { missingAuthor } from "./checks/metadata/missingAuthor.ts";
import { missingDate } from "./checks/metadata/missingDate.ts";
import { missingDefinition } from "./checks/logsource/missingDefinition.ts";
import { missingDescription } from "./checks/metadata/missingDescription.ts";
import { missingFalsePositives } from "./checks/metadata/missingFalsePositives.ts";
import { missingGroupBy } from "./checks/correlation/missingGroupBy.ts";
import { missingId } from "./checks/metadata/missingId.ts";
import { missingLevel } from "./checks/metadata/missingLevel.ts";
import { missingStatus } from "./checks/metadata/missingStatus.ts";
import { missingTacticTag } from "./checks/tags/missingTacticTag.ts";
import { missingTags } from "./checks/metadata/missingTags.ts";
import { misspeltKey } from "./checks/metadata/misspeltKey.ts";
import { modifiedBeforeDate } from "./checks/dates/modifiedBeforeDate.ts";
import { modifiedOnDate } from "./checks/dates/modifiedOnDate.ts";
import { negativeCondition } from "./checks/condition/negativeCondition.ts";
import { neqWithoutExists } from "./checks/items/neqWithoutExists.ts";
import { nullInList } from "./checks/values/nullInList.ts";
import { numberAsText } from "./checks/values/numberAsText.ts";
import { operatorCase } from "./checks/condition/operatorCase.ts";
import { quantifierOfOne } from "./checks/condition/quantifierOfOne.ts";
import { quotedNumber } from "./checks/values/quotedNumber.ts";
import { redundantWildcard } from "./checks/values/redundantWildcard.ts";
import { referenceNotUrl } from "./checks/references/referenceNotUrl.ts";
import { referenceToAttack } from "./checks/references/referenceToAttack.ts";
import { referenceToBranch } from "./checks/references/referenceToBranch.ts";
import { referencesNotList } from "./checks/references/referencesNotList.ts";
import { regexFlagWithoutEffect } from "./checks/regex/regexFlagWithoutEffect.ts";
import { regexInlineFlag } from "./checks/regex/regexInlineFlag.ts";
import { regexIsLiteral } from "./checks/regex/regexIsLiteral.ts";
import { regexSurroundedByAny } from "./checks/regex/regexSurroundedByAny.ts";
import { relatedNotUuid } from "./checks/related/relatedNotUuid.ts";
import { relatedToItself } from "./checks/related/relatedToItself.ts";
import { repeatedField } from "./checks/items/repeatedField.ts";
import { replacedAttackTag } from "./checks/tags/replacedAttackTag.ts";
import { selectionName } from "./checks/selections/selectionName.ts";
import { shortDescription } from "./checks/metadata/shortDescription.ts";
import { shortFalsePositive } from "./checks/falsepositives/shortFalsePositive.ts";
import { shortKeyword } from "./checks/values/shortKeyword.ts";
import { singleValueList } from "./checks/items/singleValueList.ts";
import { sourceEventlog } from "./checks/items/sourceEventlog.ts";
import { spaceInField } from "./checks/items/spaceInField.ts";
import { specificLogsource } from "./checks/logsource/specificLogsource.ts";
import { subsumedValue } from "./checks/values/subsumedValue.ts";
import { surroundingSpace } from "./checks/values/surroundingSpace.ts";
import { sysmonWithoutEventId } from "./checks/logsource/sysmonWithoutEventId.ts";
import { tagSpelling } from "./checks/tags/tagSpelling.ts";
import { techniqueWithoutTactic } from "./checks/tags/techniqueWithoutTactic.ts";
import { temporalOfOneRule } from "./checks/correlation/temporalOfOneRule.ts";
import { textAsNumber } from "./checks/values/textAsNumber.ts";
import { themOfOne } from "./checks/condition/themOfOne.ts";
import { timeframeWithoutAggregation } from "./checks/condition/timeframeWithoutAggregation.ts";
import { titleBeginsWithDetects } from "./checks/title/titleBeginsWithDetects.ts";
import { titleCase } from "./checks/title/titleCase.ts";
import { titleEndsWithDot } from "./checks/title/titleEndsWithDot.ts";
import { titleNamesAttack } from "./checks/title/titleNamesAttack.ts";
import { titleTooLong } from "./checks/title/titleTooLong.ts";
import { unknownAttackTag } from "./checks/tags/unknownAttackTag.ts";
import { unknownField } from "./checks/items/unknownField.ts";
import { unknownLogsource } from "./checks/logsource/unknownLogsource.ts";
import { unrecognisedLogsource } from "./checks/logsource/unrecognisedLogsource.ts";
import { unknownTagNamespace } from "./checks/tags/unknownTagNamespace.ts";
import { unusedSelection } from "./checks/condition/unusedSelection.ts";
import { vagueFalsePositive } from "./checks/falsepositives/vagueFalsePositive.ts";
import { wideWithoutBase64 } from "./checks/items/wideWithoutBase64.ts";
import { wildcardInsteadOfModifier } from "./checks/values/wildcardInsteadOfModifier.ts";
import { windashWithoutDash } from "./checks/items/windashWithoutDash.ts";

/** On what a rule, a filter or a correlation says about itself. */
export const documentChecks = [
  idNotUuid,
  linkInDescription,
  missingId,
  misspeltKey,
  shortDescription,
  titleBeginsWithDetects,
  titleCase,
  titleEndsWithDot,
  titleNamesAttack,
  titleTooLong,
  dateInFuture,
  invalidDate,
  modifiedBeforeDate,
  modifiedOnDate,
  duplicateReference,
  referenceNotUrl,
  referenceToAttack,
  referenceToBranch,
  referencesNotList,
  duplicateFalsePositive,
  falsePositiveCase,
  falsePositiveTypo,
  shortFalsePositive,
  vagueFalsePositive,
  contradictoryTags,
  duplicateTag,
  malformedTag,
  missingTacticTag,
  replacedAttackTag,
  tagSpelling,
  techniqueWithoutTactic,
  unknownAttackTag,
  unknownTagNamespace,
  deprecatedWithoutRelated,
  duplicateRelated,
  relatedNotUuid,
  relatedToItself,
] as const;

/** On a rule as a whole. */
export const ruleChecks = [
  missingAuthor,
  missingDate,
  missingDescription,
  missingFalsePositives,
  missingLevel,
  missingStatus,
  missingTags,
  emptyLogsource,
  logsourceSpelling,
  missingDefinition,
  specificLogsource,
  sysmonWithoutEventId,
  unknownLogsource,
  filterWithoutNot,
  timeframeWithoutAggregation,
  unusedSelection,
  duplicateSelection,
  filterName,
  selectionName,
] as const;

/** On a rule that is to be stored: on what the service can see of what it asks for. */
export const serviceChecks = [unrecognisedLogsource] as const;

/** On each item of a rule or a filter. */
export const itemChecks = [
  impliedField,
  allOfEqualValues,
  allOnOneValue,
  base64WithoutCased,
  base64offsetWithoutContains,
  casedWithoutEffect,
  cidrOfEverything,
  expandWithoutPlaceholder,
  fieldCase,
  fieldrefToItself,
  hostBitsSet,
  localisedUser,
  malformedHash,
  neqWithoutExists,
  repeatedField,
  singleValueList,
  sourceEventlog,
  spaceInField,
  unknownField,
  wideWithoutBase64,
  windashWithoutDash,
  ambiguousYaml,
  controlCharacter,
  doubleWildcard,
  duplicateValue,
  emptyText,
  escapedFinalWildcard,
  escapedWildcardInPath,
  nullInList,
  numberAsText,
  quotedNumber,
  redundantWildcard,
  shortKeyword,
  subsumedValue,
  surroundingSpace,
  textAsNumber,
  wildcardInsteadOfModifier,
  regexFlagWithoutEffect,
  regexInlineFlag,
  regexIsLiteral,
  regexSurroundedByAny,
] as const;

/** On each condition of a rule or a filter. */
export const conditionChecks = [
  allOfThem,
  extendedQuantifier,
  globWithoutStar,
  negativeCondition,
  operatorCase,
  quantifierOfOne,
  themOfOne,
] as const;

/** On a filter. */
export const filterChecks = [filterIncludes] as const;

/** On a correlation. */
export const correlationChecks = [missingGroupBy, temporalOfOneRule] as const;

/** On all rules together. */
export const acrossChecks = [duplicateDetection, duplicateId, duplicateName, duplicateTitle, fileName] as const;
