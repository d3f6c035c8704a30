import type { DetectionItem, Rule } from "../../rule.ts";
import type { Parameters } from "../parameters.ts";
import type { Work } from "../work.ts";

/** A kind of condition: how it is called, what it takes, and how it is read. Undefined if it is wrong, which is reported. */
export interface ProcessingCondition<Test> {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly read: (parameters: Parameters) => Test | undefined;
}

export type RuleTest = (rule: Rule, work: Work) => boolean;
export type ItemTest = (item: DetectionItem, work: Work) => boolean;

/** A test of a field's name; of an item it may know more than the names in it. */
export interface FieldTest {
  /** Undefined for keywords. */
  readonly ofField: (field: string | undefined, work: Work) => boolean;
  readonly ofItem?: ItemTest;
}
