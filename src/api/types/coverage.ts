import { type EventKind, kindName } from "../../event/index.ts";
import { fieldsNeeded, type KindCoverage, type KindPresence, type RuleCoverage } from "../../rules/index.ts";
import { builder } from "../builder.ts";
import { dimensions } from "../dimensions.ts";

/** An event's kind as it is shown. */
export const EventKindRef = builder.objectRef<KindPresence>("EventKind").implement({
  description: "Events that are alike to rules: they have the same classification and the same code.",
  fields: (t) => ({
    name: t.string({
      description:
        "Such as `windows/security/4688`. Kinds that differ in their categories or in further services alone have the same name.",
      resolve: ({ kind }) => kindName(kind),
    }),
    product: t.string({
      nullable: true,
      description: `${dimensions.product} Null if it is not known.`,
      resolve: ({ kind }) => kind.product ?? null,
    }),
    categories: t.stringList({
      description: "The categories of logsource that they belong to.",
      resolve: ({ kind }: { readonly kind: EventKind }) => [...kind.categories],
    }),
    service: t.string({
      nullable: true,
      description: `${dimensions.service} Null if it is not known.`,
      resolve: ({ kind }) => kind.service ?? null,
    }),
    code: t.string({
      nullable: true,
      description: "The kind of event in its log: on Windows the EventID.",
      resolve: ({ kind }) => kind.code ?? null,
    }),
    events: t.field({
      type: "BigInt",
      description: "How many arrived.",
      resolve: ({ events }) => BigInt(Math.round(events)),
    }),
    sampled: t.field({
      type: "BigInt",
      description: "Of so many the fields were looked at.",
      resolve: ({ sampled }) => BigInt(Math.round(sampled)),
    }),
  }),
});

const CoverageVerdictEnum = builder.enumType("CoverageVerdict", {
  description: "Whether a rule can match what arrives.",
  values: {
    CAN_FIRE: { value: "can-fire", description: "The fields that it needs are carried." },
    CANNOT_FIRE: {
      value: "cannot-fire",
      description: "It can never match what arrives: no event that was looked at carries the fields that it needs.",
    },
    NO_EVENTS: { value: "no-events", description: "No event that it could be about has arrived." },
    UNKNOWN: {
      value: "unknown",
      description: "It asks for fields that nobody has looked for yet: it is new. The next events will tell.",
    },
  } as const,
});

const FieldCoverageRef = builder.objectRef<RuleCoverage["fields"][number]>("FieldCoverage").implement({
  description: "How many of a rule's events carry a field that it asks for.",
  fields: (t) => ({
    field: t.exposeString("field", { description: "As the rule is matched with it: pipelines have been applied." }),
    share: t.float({
      nullable: true,
      description: "The share of the rule's events that carry it, 0 to 1, by what was looked at. Null if nobody has.",
      resolve: ({ share }) => share ?? null,
    }),
  }),
});

const KindCoverageRef = builder.objectRef<KindCoverage>("KindCoverage").implement({
  description: "What a rule can do with one kind of events.",
  fields: (t) => ({
    kind: t.field({ type: EventKindRef, description: "The events.", resolve: ({ presence }) => presence }),
    verdict: t.expose("verdict", { type: CoverageVerdictEnum, description: "Whether it can match them." }),
    missingFields: t.stringList({
      description: "Fields that it would need, where it cannot fire: see the rule's condition for which of them.",
      resolve: ({ need }) => (need ? [...fieldsNeeded(need)] : []),
    }),
  }),
});

export const RuleCoverageRef = builder.objectRef<RuleCoverage>("RuleCoverage").implement({
  description: "What arrives, as one rule sees it: whether it can match any of it.",
  fields: (t) => ({
    verdict: t.expose("verdict", {
      type: CoverageVerdictEnum,
      description: "Of all kinds: whether it can match one of them.",
    }),
    summary: t.exposeString("summary", {
      description: "In a sentence: `needs OriginalFileName; windows/security/4688 does not carry it`.",
    }),
    events: t.field({
      type: "BigInt",
      description: "Events of its logsource that it could be about.",
      resolve: ({ events }) => BigInt(Math.round(events)),
    }),
    fields: t.field({
      type: [FieldCoverageRef],
      description: "Every field that it asks for.",
      resolve: ({ fields }) => [...fields],
    }),
    kinds: t.field({
      type: [KindCoverageRef],
      description: "The kinds of those events, the most frequent first.",
      resolve: ({ kinds }) => [...kinds],
    }),
  }),
});
