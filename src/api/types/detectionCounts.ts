import type { Tactic, Technique } from "../../attack/index.ts";
import type { Counts, DetectionStatus, Disposition, Logsource } from "../../detection/index.ts";
import type { RuleEntry, Severity } from "../../rules/index.ts";
import { builder } from "../builder.ts";
import { DetectionStatusEnum, DispositionEnum, SeverityEnum } from "../enums.ts";
import { LogsourceRef } from "./logsource.ts";
import { RuleRef } from "./rule.ts";
import { TacticRef } from "./tactic.ts";
import { TechniqueRef } from "./technique.ts";

const countDescription = "How many detections.";

export const SeverityCountRef = builder.objectRef<Counts<Severity>>("SeverityCount").implement({
  description: "How many detections have a severity.",
  fields: (t) => ({
    severity: t.expose("key", { type: SeverityEnum, description: "The severity that they have." }),
    count: t.exposeInt("count", { description: countDescription }),
  }),
});

export const DetectionStatusCountRef = builder.objectRef<Counts<DetectionStatus>>("DetectionStatusCount").implement({
  description: "How many detections have a status.",
  fields: (t) => ({
    status: t.expose("key", { type: DetectionStatusEnum, description: "Where they stand." }),
    count: t.exposeInt("count", { description: countDescription }),
  }),
});

export const DispositionCountRef = builder.objectRef<Counts<Disposition>>("DispositionCount").implement({
  description: "How many detections have a disposition.",
  fields: (t) => ({
    disposition: t.expose("key", { type: DispositionEnum, description: "What they turned out to be." }),
    count: t.exposeInt("count", { description: countDescription }),
  }),
});

export const TacticCountRef = builder.objectRef<Counts<Tactic>>("TacticCount").implement({
  description: "How many detections are of rules tagged with a tactic now.",
  fields: (t) => ({
    tactic: t.field({ type: TacticRef, description: "The tactic of their rules.", resolve: ({ key }) => key }),
    count: t.exposeInt("count", { description: countDescription }),
  }),
});

export const TechniqueCountRef = builder.objectRef<Counts<Technique>>("TechniqueCount").implement({
  description: "How many detections are of rules tagged with a technique now.",
  fields: (t) => ({
    technique: t.field({ type: TechniqueRef, description: "The technique of their rules.", resolve: ({ key }) => key }),
    count: t.exposeInt("count", { description: countDescription }),
  }),
});

export const RuleCountRef = builder.objectRef<Counts<RuleEntry>>("RuleCount").implement({
  description: "How many detections a rule has made.",
  fields: (t) => ({
    rule: t.field({ type: RuleRef, description: "The rule as it is now.", resolve: ({ key }) => key }),
    count: t.exposeInt("count", { description: countDescription }),
  }),
});

export const LogsourceCountRef = builder.objectRef<Counts<Logsource>>("LogsourceCount").implement({
  description: "How many detections are of rules for a logsource.",
  fields: (t) => ({
    logsource: t.field({ type: LogsourceRef, description: "In lower case.", resolve: ({ key }) => key }),
    count: t.exposeInt("count", { description: countDescription }),
  }),
});

export const ValueCountRef = builder
  .objectRef<{ readonly value: string; readonly count: number }>("ValueCount")
  .implement({
    description: "How many detections have a host, a user or a source address.",
    fields: (t) => ({
      value: t.exposeString("value", { description: "The host, user or address, as the events have it." }),
      count: t.exposeInt("count", { description: countDescription }),
    }),
  });
