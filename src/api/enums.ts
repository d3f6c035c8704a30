import { roles } from "../access/index.ts";
import {
  type ActivityKind,
  type DetectionOrder,
  type DetectionStatus,
  type Disposition,
  type Relation,
  type TimeOrigin,
} from "../detection/index.ts";
import { severities } from "../rules/index.ts";
import { statuses } from "../sigma/index.ts";
import { builder } from "./builder.ts";

/** GraphQL's names are upper case; the words are the same. Every word is described. */
const upperCase = <Word extends string>(words: readonly Word[], descriptions: Readonly<Record<Word, string>>) =>
  Object.fromEntries(
    words.map((value) => [value.toUpperCase(), { value, description: descriptions[value] }]),
  ) as Record<Uppercase<Word>, { value: Word; description: string }>;

export const SeverityEnum = builder.enumType("Severity", {
  description: "How bad it is, lowest first.",
  values: upperCase(severities, {
    informational: "No sign of an attack by itself.",
    low: "Seldom worth a look by itself; many together may be.",
    medium: "Worth a look when there is time.",
    high: "To be looked at soon.",
    critical: "To be looked at at once.",
  }),
});

export const RuleStatusEnum = builder.enumType("RuleStatus", {
  description: "How mature a rule is, in Sigma's words.",
  values: upperCase(statuses, {
    stable: "Proven: it may be relied on.",
    test: "Nearly proven: it may need adjusting here and there.",
    experimental: "New: it may find too much.",
    deprecated: "Given up or replaced.",
    unsupported: "Not usable as it stands.",
  }),
});

export const RuleKindEnum = builder.enumType("RuleKind", {
  description: "What a Sigma document is.",
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
  description: "The admin's switch of a rule.",
  values: {
    DISABLED: { description: "No event is matched against it." },
    TESTING: { description: "Its detections are stored, but absent unless asked for." },
    ACTIVE: { description: "It detects." },
  } as const,
});

export const DetectionStatusEnum = builder.enumType("DetectionStatus", {
  description: "Where a detection stands.",
  values: {
    NEW: { description: "Nobody has begun." },
    IN_PROGRESS: { description: "Somebody is at it." },
    CLOSED: { description: "The work is done: it has a disposition." },
  } satisfies Record<DetectionStatus, object>,
});

export const DispositionEnum = builder.enumType("Disposition", {
  description: "What a detection turned out to be.",
  values: {
    UNDETERMINED: { description: "Nobody has said yet. What is closed has another." },
    TRUE_POSITIVE: { description: "An attack, or what the rule is meant to find." },
    BENIGN_TRUE_POSITIVE: { description: "The rule found what it is meant to find, and it was harmless." },
    FALSE_POSITIVE: { description: "The rule found what it is not meant to find." },
    TEST: { description: "Somebody tried the rule, or the defence." },
    DUPLICATE: { description: "Another detection is about the same." },
  } satisfies Record<Disposition, object>,
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
  description: "What a key may do. Every key may also rotate itself.",
  values: upperCase(roles, {
    viewer: "It reads all but keys and the audit log, and changes nothing.",
    ingest: "It sends events and reads none.",
    analyst: "It reads as a VIEWER does, triages detections and tries rules on events.",
    admin: "It may do everything: only it manages rules and keys.",
  }),
});

export const ActivityKindEnum = builder.enumType("ActivityKind", {
  description: "What was changed; a COMMENT changes nothing.",
  values: {
    STATUS: { description: "Its status." },
    DISPOSITION: { description: "Its disposition." },
    ASSIGNEE: { description: "Who works on it." },
    REASON: { description: "Why it was closed as it was." },
    COMMENT: { description: "Somebody wrote something." },
    SEVERITY: { description: "Its severity: it got the one that its rule has now." },
  } satisfies Record<ActivityKind, object>,
});

export const ProblemSeverityEnum = builder.enumType("ProblemSeverity", {
  description: "Whether a problem keeps a text from being used.",
  values: {
    ERROR: { value: "error", description: "The text cannot be used." },
    WARNING: { value: "warning", description: "The text can be used, and may not do what its author meant." },
  } as const,
});
