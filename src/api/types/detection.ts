import { uuidTimeMs } from "../../store/index.ts";
import { builder } from "../builder.ts";
import { DetectionStatusEnum, DispositionEnum, RelationEnum, SeverityEnum } from "../enums.ts";
import { defaultWithin, maxWithinDays, readFirst, readWithin } from "../inputs/related.ts";
import { limits } from "../limits.ts";
import { soon } from "../soon.ts";
import { ActivityRef } from "./activity.ts";
import { DetectionRef } from "./detectionRef.ts";
import { EventRef } from "./event.ts";
import { EvidenceRef } from "./evidence.ts";
import { RuleRef } from "./rule.ts";
import { RuleRevisionRef } from "./ruleRevision.ts";
import { TacticRef } from "./tactic.ts";
import { TechniqueRef } from "./technique.ts";

DetectionRef.implement({
  description: "This rule matched this event.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Derived from rule and event: the same match never becomes two detections." }),
    sequence: t.expose("sequence", {
      type: "BigInt",
      description: "Counts detections in commit order: who has read n never later finds a new one below n.",
    }),
    time: t.expose("time", { type: "DateTime", description: "When the event happened." }),
    detectedAt: t.field({
      type: "DateTime",
      description: "When the event arrived.",
      resolve: ({ id }) => new Date(uuidTimeMs(id)),
    }),
    updatedAt: t.expose("updatedAt", {
      type: "DateTime",
      description: "When it last changed; when it was stored if it has not.",
    }),
    version: t.exposeInt("version", { description: "Rises with every change: the `expectedVersion` of an update." }),
    severity: t.expose("severity", { type: SeverityEnum, description: "The rule's effective severity when it fired." }),
    status: t.expose("status", { type: DetectionStatusEnum, description: "Where the work stands." }),
    disposition: t.expose("disposition", { type: DispositionEnum, description: "What it turned out to be." }),
    isTest: t.exposeBoolean("isTest", { description: "The rule was in state TESTING when it fired." }),
    host: t.exposeString("host", { nullable: true, description: "The event's host; null if the record names none." }),
    user: t.exposeString("user", { nullable: true, description: "The event's user; null if the record names none." }),
    sourceAddress: t.exposeString("sourceAddress", {
      nullable: true,
      description: "Where the event's action came from; null if the record does not say.",
    }),
    assignee: t.exposeString("assignee", { nullable: true, description: "Who works on it: a name." }),
    reason: t.exposeString("reason", {
      nullable: true,
      description: "Why it was closed as it was, in words. Null unless it is closed.",
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "What in the event made the rule match.",
      resolve: ({ evidence, ruleId, revision }, _, { loaders }) =>
        evidence.map((entry) => ({ ...entry, rule: () => loaders.firedRule.load({ ruleId, revision }) })),
    }),
    evidenceOmitted: t.exposeInt("evidenceOmitted", { description: "Entries of evidence that were not kept." }),
    activity: t.field({
      type: [ActivityRef],
      description: "What was done to it, oldest first.",
      resolve: async ({ id }, _, { loaders }) => [...(await loaders.activities.load(id))],
    }),
  }),
});

builder.objectFields(DetectionRef, (t) => ({
  event: t.field({
    type: EventRef,
    nullable: true,
    description: "Null when the event is past its retention.",
    resolve: ({ eventId }, _, { loaders }) => loaders.event.load(eventId),
  }),
  rule: t.field({
    type: RuleRef,
    description: "The rule as it is now.",
    resolve: ({ ruleId }, _, { ruleOf }) => ruleOf(ruleId),
  }),
  ruleRevision: t.field({
    type: RuleRevisionRef,
    nullable: true,
    description: "The rule's text that fired.",
    resolve: ({ ruleId, revision }, _, { loaders }) => loaders.revision.load({ ruleId, revision }),
  }),
  related: t.field({
    type: [DetectionRef],
    description:
      "Other detections that have something in common with it, newest first. None where it has no such thing.",
    args: {
      by: t.arg({ type: RelationEnum, required: true, description: "What they have in common with it." }),
      within: t.arg({
        type: "Duration",
        defaultValue: defaultWithin,
        description: `So far before and after it, by arrival, at most ${maxWithinDays} days. With EVENT it does not matter.`,
      }),
      first: t.arg.int({ defaultValue: 10, description: `At most so many, and never more than ${limits.related}.` }),
      includeTests: t.arg.boolean({ defaultValue: false, description: "Also those of rules in state TESTING." }),
    },
    complexity: ({ first }) => ({ field: 5, multiplier: first ?? 10 }),
    resolve: async (detection, { by, within, first, includeTests }, { loaders }) => {
      const span = { withinMs: readWithin(within ?? defaultWithin), limit: readFirst(first ?? 10) };
      return [...(await loaders.related.load({ detection, by, ...span, includeTests: includeTests ?? false }))];
    },
  }),
  tags: t.stringList({
    description: "The tags that the rule has now.",
    resolve: ({ ruleId }, _, { ruleOf }) =>
      soon(ruleOf(ruleId), ({ document }) => document?.tags.map(({ text }) => text) ?? []),
  }),
  techniques: t.field({
    type: [TechniqueRef],
    description: "Those that the rule has now.",
    resolve: ({ ruleId }, _, { ruleOf }) => soon(ruleOf(ruleId), ({ attack }) => [...attack.techniques]),
  }),
  tactics: t.field({
    type: [TacticRef],
    description: "Those that the rule has now.",
    resolve: ({ ruleId }, _, { ruleOf }) => soon(ruleOf(ruleId), ({ attack }) => [...attack.tactics]),
  }),
}));
