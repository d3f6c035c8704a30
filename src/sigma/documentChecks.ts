import type { Check } from "./checks/check.ts";
import { conditionGiven } from "./checks/conditionGiven.ts";
import { knownLevel } from "./checks/knownLevel.ts";
import { knownRelations } from "./checks/knownRelations.ts";
import { knownStatus } from "./checks/knownStatus.ts";
import { requiredKeys } from "./checks/requiredKeys.ts";
import { rightTypes } from "./checks/rightTypes.ts";
import { textLengths } from "./checks/textLengths.ts";
import { correlationKeys, filterKeys, ruleKeys } from "./metadata/keys.ts";
import type { MapNode } from "./yaml/node.ts";

const metadataChecks: readonly Check<MapNode>[] = [textLengths, knownStatus, knownLevel, knownRelations];

/** On the document of a rule, before it is read. */
export const ruleChecks: readonly Check<MapNode>[] = [
  requiredKeys(["title", "logsource", "detection"], ruleKeys),
  conditionGiven("detection"),
  rightTypes(ruleKeys),
  ...metadataChecks,
];

/** On the document of a filter. */
export const filterChecks: readonly Check<MapNode>[] = [
  requiredKeys(["title", "logsource", "filter"], filterKeys),
  conditionGiven("filter"),
  rightTypes(filterKeys),
  ...metadataChecks,
];

/** On the document of a correlation. */
export const correlationChecks: readonly Check<MapNode>[] = [
  requiredKeys(["title", "correlation"], correlationKeys),
  rightTypes(correlationKeys),
  ...metadataChecks,
];
