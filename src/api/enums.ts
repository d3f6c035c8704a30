import { roles } from "../access/index.ts";
import {
  activityKinds,
  type DetectionOrder,
  detectionStatuses,
  dispositions,
  type Relation,
  type TimeOrigin,
} from "../detection/index.ts";
import { severities } from "../rules/index.ts";
import { statuses } from "../sigma/index.ts";
import { builder } from "./builder.ts";

/** GraphQL's names are upper case; the words are the same. */
const upperCase = <Word extends string>(words: readonly Word[]) =>
  Object.fromEntries(words.map((value) => [value.toUpperCase(), { value }])) as Record<
    Uppercase<Word>,
    { value: Word }
  >;

export const SeverityEnum = builder.enumType("Severity", {
  description: "How bad it is, lowest first.",
  values: upperCase(severities),
});

export const RuleStatusEnum = builder.enumType("RuleStatus", {
  description: "How mature a rule is, in Sigma's words.",
  values: upperCase(statuses),
});

export const RuleKindEnum = builder.enumType("RuleKind", {
  values: {
    RULE: { value: "rule", description: "It is matched against events." },
    FILTER: { value: "filter", description: "It narrows rules, when ACTIVE." },
    CORRELATION: {
      value: "correlation",
      description: "It looks at matches of rules together. Stored, not evaluated yet.",
    },
  } as const,
});

export const RuleStateEnum = builder.enumType("RuleState", {
  values: {
    DISABLED: { description: "No event is matched against it." },
    TESTING: { description: "Its detections are stored, but absent unless asked for." },
    ACTIVE: { description: "It detects." },
  } as const,
});

export const DetectionStatusEnum = builder.enumType("DetectionStatus", {
  description: "Where a detection stands.",
  values: detectionStatuses,
});

export const DispositionEnum = builder.enumType("Disposition", {
  description: "What a detection turned out to be.",
  values: dispositions,
});

export const DetectionOrderEnum = builder.enumType("DetectionOrder", {
  description: "What detections are sorted by.",
  values: {
    NEWEST: { description: "By the arrival of their events, the last first." },
    OLDEST: { description: "By the arrival of their events, the first first." },
    SEVERITY: { description: "The worst first; of one severity the newest first." },
    UPDATED: {
      description:
        "By their last change, the first first; one that has not changed stands where it was stored. What changes moves to the end: for mirrors, which go on from `endCursor`.",
    },
    INGESTED: {
      description:
        "By `sequence`, the first first: an order that never changes, and at whose end alone new ones come. For readers that follow along.",
    },
  } satisfies Record<DetectionOrder | "INGESTED", object>,
});

export const RelationEnum = builder.enumType("Relation", {
  description: "What two detections have in common.",
  values: {
    HOST: { description: "The same host." },
    USER: { description: "The same user." },
    RULE: { description: "The same rule." },
    EVENT: { description: "The same event, found by different rules." },
    SOURCE_ADDRESS: { description: "The same source address." },
  } satisfies Record<Relation, object>,
});

export const TimeOriginEnum = builder.enumType("TimeOrigin", {
  description: "Where an event's time comes from.",
  values: {
    RECORD: { description: "From the record." },
    SENDER: { description: "From its sender, who said it beside the record." },
    ARRIVAL_ABSENT: { description: "It is that of the arrival: neither said a time that could be read." },
    ARRIVAL_AHEAD: {
      description: "It is that of the arrival: what was said lay more than an hour ahead, by a clock that is wrong.",
    },
  } satisfies Record<TimeOrigin, object>,
});

export const RoleEnum = builder.enumType("Role", {
  values: upperCase(roles),
});

export const ActivityKindEnum = builder.enumType("ActivityKind", {
  description: "What was changed; a COMMENT changes nothing.",
  values: activityKinds,
});

export const ProblemSeverityEnum = builder.enumType("ProblemSeverity", {
  values: { ERROR: { value: "error" }, WARNING: { value: "warning" } } as const,
});
