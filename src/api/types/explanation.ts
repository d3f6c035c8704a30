import type { StoredEvent } from "../../detection/index.ts";
import type { DimensionExplanation, Explanation } from "../../engine/index.ts";
import { isLive, type RuleEntry } from "../../rules/index.ts";
import { builder } from "../builder.ts";
import { dimensions } from "../dimensions.ts";
import { EventRef } from "./event.ts";
import { ExplanationNodeRef, flatten } from "./explanationNode.ts";
import { RuleRef } from "./rule.ts";

/** An explanation with what it is of. */
export interface Explained {
  readonly explanation: Explanation;
  /** Null of a rule whose text was given with the question. */
  readonly rule: RuleEntry | null;
  /** Null of a record that was given with the question. */
  readonly event: StoredEvent | null;
}

export const VerdictEnum = builder.enumType("ExplanationVerdict", {
  description: "What a rule says of an event.",
  values: {
    MATCH: { value: "match", description: "The rule matches: one of its conditions holds." },
    NO_MATCH: { value: "no-match", description: "The event has the rule's logsource, and no condition holds." },
    NOT_CONSIDERED: {
      value: "not-considered",
      description: "The event lacks a dimension of the rule's logsource, so the rule's condition is not asked.",
    },
  } as const,
});

const DimensionEnum = builder.enumType("LogsourceDimension", {
  description: "The parts of a logsource.",
  values: {
    PRODUCT: { value: "product", description: dimensions.product },
    CATEGORY: { value: "category", description: dimensions.category },
    SERVICE: { value: "service", description: dimensions.service },
  } as const,
});

const DimensionRef = builder.objectRef<DimensionExplanation>("ExplainedDimension");

DimensionRef.implement({
  description: "What a dimension of the rule's logsource asked.",
  fields: (t) => ({
    dimension: t.expose("dimension", { type: DimensionEnum, description: "Which part of the logsource." }),
    asked: t.exposeString("asked", { description: "What the rule wants the event to be." }),
    had: t.stringList({
      description: "What the event is: an event may have several categories; empty if nothing is known.",
      resolve: ({ had }) => [...had],
    }),
    holds: t.exposeBoolean("holds", { description: "Whether the event is that." }),
  }),
});

export const ExplanationRef = builder.objectRef<Explained>("Explanation");

ExplanationRef.implement({
  description: "Why a rule matches an event, or why it does not: what each part of it asked, and what the event had.",
  fields: (t) => ({
    verdict: t.field({
      type: VerdictEnum,
      description: "Whether the rule matches.",
      resolve: ({ explanation }) => explanation.verdict,
    }),
    rule: t.field({
      type: RuleRef,
      nullable: true,
      description: "Null of a rule whose text was given with the question.",
      resolve: ({ rule }) => rule,
    }),
    isLive: t.boolean({
      description:
        "Whether events are matched against the rule now: false if it is DISABLED, deleted, broken or not stored.",
      resolve: ({ rule }, _, { book }) => rule !== null && isLive(book, rule),
    }),
    event: t.field({
      type: EventRef,
      nullable: true,
      description: "Null of a record that was given with the question.",
      resolve: ({ event }) => event,
    }),
    logsource: t.field({
      type: [DimensionRef],
      description: "The dimensions that the rule's logsource names; the event must have all of them.",
      resolve: ({ explanation }) => [...explanation.logsource],
    }),
    nodes: t.field({
      type: [ExplanationNodeRef],
      description:
        "The tree of the rule's conditions, each node before its parts, `depth` below the root. They are told of a rule that is not considered too.",
      resolve: ({ explanation }) => [...flatten(explanation).nodes],
    }),
    nodesOmitted: t.int({
      description: "Nodes beyond those that are told.",
      resolve: ({ explanation }) => flatten(explanation).omitted,
    }),
  }),
});
