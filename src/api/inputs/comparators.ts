import type { InputRef } from "@pothos/core";
import { builder } from "../builder.ts";
import { dimensions } from "../dimensions.ts";
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

/** What every comparator can ask. */
const equality = {
  eq: { description: "Equal to it." },
  in: { description: "Equal to one of them." },
  neq: { description: "Not equal to it." },
  notIn: { description: "Equal to none of them." },
} as const;

export const SeverityComparator = builder.inputType("SeverityComparator", {
  description: ofAll,
  fields: (t) => ({
    eq: t.field({ type: SeverityEnum, ...equality.eq }),
    in: t.field({ type: [SeverityEnum], ...equality.in }),
    neq: t.field({ type: SeverityEnum, ...equality.neq }),
    notIn: t.field({ type: [SeverityEnum], ...equality.notIn }),
    gte: t.field({ type: SeverityEnum, description: "At least so bad." }),
    lte: t.field({ type: SeverityEnum, description: "At most so bad." }),
  }),
});

export const DetectionStatusComparator = builder.inputType("DetectionStatusComparator", {
  description: ofAll,
  fields: (t) => ({
    eq: t.field({ type: DetectionStatusEnum, ...equality.eq }),
    in: t.field({ type: [DetectionStatusEnum], ...equality.in }),
    neq: t.field({ type: DetectionStatusEnum, ...equality.neq }),
    notIn: t.field({ type: [DetectionStatusEnum], ...equality.notIn }),
  }),
});

export const DispositionComparator = builder.inputType("DispositionComparator", {
  description: ofAll,
  fields: (t) => ({
    eq: t.field({ type: DispositionEnum, ...equality.eq }),
    in: t.field({ type: [DispositionEnum], ...equality.in }),
    neq: t.field({ type: DispositionEnum, ...equality.neq }),
    notIn: t.field({ type: [DispositionEnum], ...equality.notIn }),
  }),
});

export const RuleStatusComparator = builder.inputType("RuleStatusComparator", {
  description: `${ofAll} ${orNothing}`,
  fields: (t) => ({
    eq: t.field({ type: RuleStatusEnum, ...equality.eq }),
    in: t.field({ type: [RuleStatusEnum], ...equality.in }),
    neq: t.field({ type: RuleStatusEnum, ...equality.neq }),
    notIn: t.field({ type: [RuleStatusEnum], ...equality.notIn }),
  }),
});

export const RuleStateComparator = builder.inputType("RuleStateComparator", {
  description: ofAll,
  fields: (t) => ({
    eq: t.field({ type: RuleStateEnum, ...equality.eq }),
    in: t.field({ type: [RuleStateEnum], ...equality.in }),
    neq: t.field({ type: RuleStateEnum, ...equality.neq }),
    notIn: t.field({ type: [RuleStateEnum], ...equality.notIn }),
  }),
});

export const RuleKindComparator = builder.inputType("RuleKindComparator", {
  description: ofAll,
  fields: (t) => ({
    eq: t.field({ type: RuleKindEnum, ...equality.eq }),
    in: t.field({ type: [RuleKindEnum], ...equality.in }),
    neq: t.field({ type: RuleKindEnum, ...equality.neq }),
    notIn: t.field({ type: [RuleKindEnum], ...equality.notIn }),
  }),
});

export const StringComparator = builder.inputType("StringComparator", {
  description: `Compares exactly, letter case included. ${ofAll}`,
  fields: (t) => ({
    eq: t.string(equality.eq),
    in: t.stringList(equality.in),
    neq: t.string(equality.neq),
    notIn: t.stringList(equality.notIn),
  }),
});

export const OptionalStringComparator = builder.inputType("OptionalStringComparator", {
  description: `Compares exactly, letter case included. ${ofAll} ${orNothing}`,
  fields: (t) => ({
    eq: t.string(equality.eq),
    in: t.stringList(equality.in),
    neq: t.string(equality.neq),
    notIn: t.stringList(equality.notIn),
    isNull: t.boolean({ description: "True: there is none. False: there is one." }),
  }),
});

export const TextComparator = builder.inputType("TextComparator", {
  description: `Compares in any letter case. ${ofAll}`,
  fields: (t) => ({
    eq: t.string(equality.eq),
    in: t.stringList(equality.in),
    neq: t.string(equality.neq),
    notIn: t.stringList(equality.notIn),
    contains: t.string({ description: "It stands somewhere in the text." }),
    startsWith: t.string({ description: "The text begins with it." }),
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
  fields: (t) => ({
    category: t.string({ description: dimensions.category }),
    product: t.string({ description: dimensions.product }),
    service: t.string({ description: dimensions.service }),
  }),
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
