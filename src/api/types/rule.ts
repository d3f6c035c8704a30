import { coverRule, listRevisions, problemsOf, ruleAsMatched, type RuleEntry } from "../../rules/index.ts";
import { builder } from "../builder.ts";
import { RuleKindEnum, RuleStateEnum, RuleStatusEnum, SeverityEnum } from "../enums.ts";
import { daysDescription, defaultDays, readDays } from "../inputs/days.ts";
import { RuleCoverageRef } from "./coverage.ts";
import { LogsourceRef } from "./logsource.ts";
import { located, ProblemRef } from "./problem.ts";
import { RuleRevisionRef } from "./ruleRevision.ts";
import { TacticRef } from "./tactic.ts";
import { TechniqueRef } from "./technique.ts";

export const RuleRef = builder.objectRef<RuleEntry>("Rule");

RuleRef.implement({
  description: "A Sigma rule, filter or correlation: what its author wrote, the admin's word on it, and what counts.",
  fields: (t) => ({
    id: t.exposeID("identity", { description: "The Sigma id; of a rule without one its name, else its title." }),
    kind: t.expose("kind", { type: RuleKindEnum, description: "Whether it is a rule, a filter or a correlation." }),
    title: t.exposeString("title", { description: "As its author wrote it." }),
    state: t.expose("state", { type: RuleStateEnum, description: "The admin's switch." }),
    severity: t.expose("severity", {
      type: SeverityEnum,
      description: "What counts: the override, else the author's level, else MEDIUM.",
    }),
    severityOverride: t.expose("severityOverride", {
      type: SeverityEnum,
      nullable: true,
      description: "The admin's word on severity; null if there is none.",
    }),
    status: t.expose("status", {
      type: RuleStatusEnum,
      nullable: true,
      description: "What counts: the override, else the author's status.",
    }),
    statusOverride: t.expose("statusOverride", {
      type: RuleStatusEnum,
      nullable: true,
      description: "The admin's word on status; null if there is none.",
    }),
    revision: t.exposeInt("revision", { description: "The current text's number, counted from 1." }),
    version: t.exposeInt("version", { description: "Rises with every change: the `expectedVersion` of an update." }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was first stored." }),
    updatedAt: t.expose("updatedAt", {
      type: "DateTime",
      description: "When its text or the admin's word on it last changed.",
    }),
    deletedAt: t.expose("deletedAt", {
      type: "DateTime",
      nullable: true,
      description: "Since when it is deleted; null if it is not.",
    }),
    yaml: t.exposeString("yaml", { description: "The rule's text, byte for byte as it came." }),
    source: t.exposeString("source", { description: "Where the text came from, such as a file's path." }),
    problems: t.field({
      type: [ProblemRef],
      description:
        "What is wrong with it: with the text, a rule with an error finds nothing; and with the rules that a correlation looks at, which may be deleted or switched off.",
      resolve: async (entry, _, { rooms, principal }) =>
        located(problemsOf(await rooms.registry.book(principal.tenantId), entry), entry.yaml),
    }),
    revisions: t.field({
      type: [RuleRevisionRef],
      description: "Every text that the rule has had, newest first.",
      resolve: (entry, _, { rooms, principal }) => listRevisions(rooms.database, principal.tenantId, entry),
    }),
  }),
});

builder.objectFields(RuleRef, (t) => ({
  level: t.field({
    type: SeverityEnum,
    nullable: true,
    description: "The author's word on severity.",
    resolve: ({ document }) => document?.level ?? null,
  }),
  authorStatus: t.field({
    type: RuleStatusEnum,
    nullable: true,
    description: "The author's word on status.",
    resolve: ({ document }) => document?.status ?? null,
  }),
  description: t.string({
    nullable: true,
    description: "What it finds, in its author's words.",
    resolve: ({ document }) => document?.description ?? null,
  }),
  author: t.string({
    nullable: true,
    description: "Who wrote it, as the text says.",
    resolve: ({ document }) => document?.author ?? null,
  }),
  date: t.string({
    nullable: true,
    description: "When it was written, as the text says.",
    resolve: ({ document }) => document?.date ?? null,
  }),
  modified: t.string({
    nullable: true,
    description: "When its author last changed it, as the text says.",
    resolve: ({ document }) => document?.modified ?? null,
  }),
  references: t.stringList({
    description: "Where its author has it from: links for the most part.",
    resolve: ({ document }) => [...(document?.references ?? [])],
  }),
  falsePositives: t.stringList({
    description: "What else it finds, in its author's words.",
    resolve: ({ document }) => [...(document?.falsePositives ?? [])],
  }),
  logsource: t.field({
    type: LogsourceRef,
    nullable: true,
    description: "Which events it is for. Null of a correlation, and of a text with an error.",
    resolve: ({ document }) => (document && "logsource" in document ? document.logsource : null),
  }),
}));

builder.objectFields(RuleRef, (t) => ({
  coverage: t.field({
    type: RuleCoverageRef,
    nullable: true,
    description:
      "Whether what arrives has the fields that the rule asks for. Null for what is no rule, or has an error.",
    args: { days: t.arg.int({ defaultValue: defaultDays, description: daysDescription }) },
    complexity: { field: 20, multiplier: 1 },
    resolve: async (entry, { days }, { book, loaders }) => {
      const rule = ruleAsMatched(book, entry);
      return rule ? coverRule(rule, await loaders.presence.load(readDays(days))) : null;
    },
  }),
  tags: t.stringList({
    description: "As the author wrote them.",
    resolve: ({ document }) => document?.tags.map(({ text }) => text) ?? [],
  }),
  techniques: t.field({
    type: [TechniqueRef],
    description: "The tags' techniques in today's ATT&CK.",
    resolve: ({ attack }) => [...attack.techniques],
  }),
  tactics: t.field({
    type: [TacticRef],
    description: "The tags' tactics in today's ATT&CK; those of the techniques where the tags name none of them.",
    resolve: ({ attack }) => [...attack.tactics],
  }),
}));
