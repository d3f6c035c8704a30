import type { Json } from "../../std/index.ts";
import type { DetectionItem, Rule } from "../rule.ts";
import type { Work } from "./work.ts";

/** A processing pipeline of pySigma: steps that change rules, made for names and values that differ from Sigma's. */
export interface Pipeline {
  readonly name?: string;
  /** Of several pipelines the one with the lowest comes first; 0 if its author gives none. */
  readonly priority: number;
  /** Values for placeholders. */
  readonly vars: ReadonlyMap<string, Json>;
  readonly steps: readonly Step[];
}

/** One transformation with the conditions under which it is applied. */
export interface Step {
  /** What later conditions may ask for. */
  readonly id?: string;
  readonly matchesRule: (rule: Rule, work: Work) => boolean;
  /** Asked by transformations of items and of field names. */
  readonly matchesItem: (item: DetectionItem, work: Work) => boolean;
  /** Asked for each name where fields are renamed: of items, of a `fieldref`, of the rule's `fields`. Undefined for keywords. */
  readonly matchesField: (field: string | undefined, work: Work) => boolean;
  readonly transform: Transform;
}

/** What a transformation makes of a rule. What it cannot do, it reports to the work. */
export type Transform = (rule: Rule, application: Application) => Rule;

export interface Application {
  readonly step: Step;
  readonly work: Work;
}
