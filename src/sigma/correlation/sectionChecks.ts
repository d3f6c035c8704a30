import type { Check } from "../checks/check.ts";
import { wrongTypes } from "../checks/rightTypes.ts";
import { correlationSectionKeys } from "../metadata/keys.ts";
import type { MapNode } from "../yaml/node.ts";
import { knownSectionKeys } from "./checks/knownSectionKeys.ts";
import { knownType } from "./checks/knownType.ts";
import { listedOnce } from "./checks/listedOnce.ts";
import { measuredField } from "./checks/measuredField.ts";
import { possibleBounds } from "./checks/possibleBounds.ts";
import { requiredSectionKeys } from "./checks/requiredSectionKeys.ts";
import { validBounds } from "./checks/validBounds.ts";
import { validPercentile } from "./checks/validPercentile.ts";
import { validTimespan } from "./checks/validTimespan.ts";

/** On the `correlation` section, before it is read. */
export const sectionChecks: readonly Check<MapNode>[] = [
  (section) => wrongTypes(section, correlationSectionKeys),
  requiredSectionKeys,
  knownType,
  validTimespan,
  knownSectionKeys,
  listedOnce,
  measuredField,
  validPercentile,
  validBounds,
  possibleBounds,
];
