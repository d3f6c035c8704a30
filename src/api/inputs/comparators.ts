import type { InputRef } from "@pothos/core";
import { builder } from "../builder.ts";
import {
  DetectionStatusEnum,
  DispositionEnum,
  RuleKindEnum,
  RuleStateEnum,
  RuleStatusEnum,
  SeverityEnum,
} from "../enums.ts";

const ofAll = "All that is given must hold.";
const orNothing = "What is not there is not equal to anything.";

export const SeverityComparator = builder.inputType("SeverityComparator", {
  description: ofAll,
  fields: (t) => ({
    eq: t.field({ type: SeverityEnum }),
    in: t.field({ type: [SeverityEnum] }),
    neq: t.field({ type: SeverityEnum }),
    notIn: t.field({ type: [SeverityEnum] }),
    gte: t.field({ type: SeverityEnum, description: "At least so bad." }),
    lte: t.field({ type: SeverityEnum, description: "At most so bad." }),
  }),
});

export const DetectionStatusComparator = builder.inputType("DetectionStatusComparator", {
  description: ofAll,
  fields: (t) => ({
    eq: t.field({ type: DetectionStatusEnum }),
    in: t.field({ type: [DetectionStatusEnum] }),
    neq: t.field({ type: DetectionStatusEnum }),
    notIn: t.field({ type: [DetectionStatusEnum] }),
  }),
});

export const DispositionComparator = builder.inputType("DispositionComparator", {
  description: ofAll,
  fields: (t) => ({
    eq: t.field({ type: DispositionEnum }),
    in: t.field({ type: [DispositionEnum] }),
    neq: t.field({ type: DispositionEnum }),
    notIn: t.field({ type: [DispositionEnum] }),
  }),
});

export const RuleStatusComparator = builder.inputType("RuleStatusComparator", {
  description: `${ofAll} ${orNothing}`,
  fields: (t) => ({
    eq: t.field({ type: RuleStatusEnum }),
    in: t.field({ type: [RuleStatusEnum] }),
    neq: t.field({ type: RuleStatusEnum }),
    notIn: t.field({ type: [RuleStatusEnum] }),
  }),
});

export const RuleStateComparator = builder.inputType("RuleStateComparator", {
  description: ofAll,
  fields: (t) => ({
    eq: t.field({ type: RuleStateEnum }),
    in: t.field({ type: [RuleStateEnum] }),
    neq: t.field({ type: RuleStateEnum }),
    notIn: t.field({ type: [RuleStateEnum] }),
  }),
});

export const RuleKindComparator = builder.inputType("RuleKindComparator", {
  description: ofAll,
  fields: (t) => ({
    eq: t.field({ type: RuleKindEnum }),
    in: t.field({ type: [RuleKindEnum] }),
    neq: t.field({ type: RuleKindEnum }),
    notIn: t.field({ type: [RuleKindEnum] }),
  }),
});

export const StringComparator = builder.inputType("StringComparator", {
  description: `Compares exactly, letter case included. ${ofAll}`,
  fields: (t) => ({ eq: t.string(), in: t.stringList(), neq: t.string(), notIn: t.stringList() }),
});

export const OptionalStringComparator = builder.inputType("OptionalStringComparator", {
  description: `Compares exactly, letter case included. ${ofAll} ${orNothing}`,
  fields: (t) => ({
    eq: t.string(),
    in: t.stringList(),
    neq: t.string(),
    notIn: t.stringList(),
    isNull: t.boolean({ description: "True: there is none. False: there is one." }),
  }),
});

export const TextComparator = builder.inputType("TextComparator", {
  description: `Compares in any letter case. ${ofAll}`,
  fields: (t) => ({
    eq: t.string(),
    in: t.stringList(),
    neq: t.string(),
    notIn: t.stringList(),
    contains: t.string(),
    startsWith: t.string(),
  }),
});

export const TimeComparator = builder.inputType("TimeComparator", {
  description: ofAll,
  fields: (t) => ({
    gte: t.field({ type: "DateTimeOrDuration", description: "From then on." }),
    lt: t.field({ type: "DateTimeOrDuration", description: "Before then." }),
  }),
});

export const LogsourceInput = builder.inputType("LogsourceFilter", {
  description: `The rule's logsource, in any letter case. ${ofAll}`,
  fields: (t) => ({ category: t.string(), product: t.string(), service: t.string() }),
});

export const AttackInput = builder.inputType("AttackFilter", {
  description:
    "Tags or ids in any spelling: `T1048.003`, `attack.t1048.003`, `T1048`, `attack.exfiltration`, `TA0010`, `cve.2021-44228`. Ids that ATT&CK has replaced find what replaced them.",
  fields: (t) => ({
    any: t.stringList({ description: "At least one of them." }),
    all: t.stringList({ description: "Every one of them." }),
    none: t.stringList({ description: "Not one of them." }),
    includeSubtechniques: t.boolean({
      defaultValue: true,
      description: "Whether a technique finds its sub-techniques too. A sub-technique never finds its technique.",
    }),
  }),
});

/** The shape of an input type. */
export type InputOf<Ref> = Ref extends InputRef<infer Shape> ? Shape : never;
