import type { StoredEvent } from "../../detection/index.ts";
import type { DimensionExplanation, Explanation } from "../../engine/index.ts";
import { isLive, type RuleEntry } from "../../rules/index.ts";
import { builder } from "../builder.ts";
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
  values: {
    MATCH: { value: "match" },
    NO_MATCH: { value: "no-match" },
    NOT_CONSIDERED: {
      value: "not-considered",
      description: "The event lacks a dimension of the rule's logsource, so the rule's condition is not asked.",
    },
  } as const,
});

const DimensionEnum = builder.enumType("LogsourceDimension", {
  values: {
    PRODUCT: { value: "product" },
    CATEGORY: { value: "category" },
    SERVICE: { value: "service" },
  } as const,
});

const DimensionRef = builder.objectRef<DimensionExplanation>("ExplainedDimension");

DimensionRef.implement({
  description: "What a dimension of the rule's logsource asked.",
  fields: (t) => ({
    dimension: t.expose("dimension", { type: DimensionEnum }),
    asked: t.exposeString("asked"),
    had: t.stringList({
      description: "What the event is: an event may have several categories; empty if nothing is known.",
      resolve: ({ had }) => [...had],
    }),
    holds: t.exposeBoolean("holds"),
  }),
});

export const ExplanationRef = builder.objectRef<Explained>("Explanation");

ExplanationRef.implement({
  description: "Why a rule matches an event, or why it does not: what each part of it asked, and what the event had.",
  fields: (t) => ({
    verdict: t.field({ type: VerdictEnum, resolve: ({ explanation }) => explanation.verdict }),
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
