import type {
  Condition,
  Correlation,
  Filter,
  MapNode,
  Metadata,
  Rule,
  ScalarNode,
  Span,
  Value,
} from "../sigma/index.ts";

/** What a check has found. `message` and `hint` are one clause each, without a full stop. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** One check: what it is, and how it looks at its subject. */
export interface Check<Subject, Code extends string = string> {
  /** Public API: add codes, never rename one. */
  readonly code: Code;
  /** What is wrong, in one sentence, whatever the rule. */
  readonly explanation: string;
  /** Where it is written that this is wrong, or why it is. */
  readonly link: string;
  readonly find: (subject: Subject) => Iterable<Finding>;
}

/** What a rule, a correlation or a filter says about itself, and what its author wrote. Every span is a place in the text of the file. */
export interface DocumentSubject {
  readonly rule: Described;
  /** Its own document, then those that it was merged with, the nearest first. */
  readonly documents: readonly MapNode[];
  /** `YYYY-MM-DD`; absent if nobody says what day it is. */
  readonly today: string | undefined;
}

/** What the kinds of documents have in common. */
export interface Described extends Metadata {
  readonly span: Span;
  readonly base?: readonly Span[];
}

/** What has selections and a condition over them. */
export type Detecting = Rule | Filter;

/** A filter. */
export interface FilterSubject extends DocumentSubject {
  readonly rule: Filter;
}

/** A correlation. */
export interface CorrelationSubject extends DocumentSubject {
  readonly rule: Correlation;
}

/** A rule. */
export interface RuleSubject extends DocumentSubject {
  readonly rule: Rule;
  readonly items: readonly ItemSubject[];
  readonly conditions: readonly ConditionSubject[];
}

/** An item of a rule or a filter: a field with its values, or keywords. */
export interface ItemSubject {
  readonly rule: Detecting;
  /** Absent for keywords. */
  readonly field: string | undefined;
  readonly modifiers: readonly string[];
  readonly linking: "any" | "all";
  readonly values: readonly WrittenValue[];
  /** `Field|modifiers` as written; absent for keywords that have none. */
  readonly key: ScalarNode | undefined;
  /** Whether the values are written as a list. */
  readonly inList: boolean;
  /** The items of the same map, this one included, in order. */
  readonly together: readonly ItemSubject[];
  readonly span: Span;
}

/** A value, with the scalar that it was read from. */
export interface WrittenValue extends Value {
  readonly style: ScalarNode["style"];
}

/** One condition of a rule, or that of a filter. */
export interface ConditionSubject {
  readonly rule: Detecting;
  readonly condition: Condition;
  /** As written, with its place. */
  readonly scalar: ScalarNode;
}

type Define<Subject> = <const Code extends string>(check: Check<Subject, Code>) => Check<Subject, Code>;

/** A check that looks at what a document says about itself. */
export const documentCheck: Define<DocumentSubject> = (check) => check;

/** A check that looks at a whole rule. */
export const ruleCheck: Define<RuleSubject> = (check) => check;

/** A check that looks at each item. */
export const itemCheck: Define<ItemSubject> = (check) => check;

/** A check that looks at each condition. */
export const conditionCheck: Define<ConditionSubject> = (check) => check;

/** A check that looks at a filter. */
export const filterCheck: Define<FilterSubject> = (check) => check;

/** A check that looks at a correlation. */
export const correlationCheck: Define<CorrelationSubject> = (check) => check;
