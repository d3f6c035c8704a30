import type { Json } from "../../../std/index.ts";
import { plainData } from "../../yaml/plainData.ts";
import { choice, type Parameters, scalar, text } from "../parameters.ts";
import type { Work } from "../work.ts";
import { type Comparison, compare, comparisons } from "./compare.ts";
import type { FieldTest, ItemTest, ProcessingCondition, RuleTest } from "./condition.ts";

const shared = { name: "processing_state", parameters: ["key", "val", "op"] } as const;

/** `set_state` has given the key a value, and it compares with `val` in this way. */
function readState(parameters: Parameters): ((work: Work) => boolean) | undefined {
  const key = text(parameters, "key");
  const value = scalar(parameters, "val");
  const operator = choice(parameters, "op", comparisons);
  if (key === undefined || !value || operator === undefined) return undefined;
  return ({ state }) => holdsFor(state.get(key), operator, plainData(value));
}

const holdsFor = (there: Json | undefined, operator: Comparison, value: Json): boolean =>
  there !== undefined && compare(there, operator, value);

export const stateOfRule: ProcessingCondition<RuleTest> = {
  ...shared,
  read: (parameters) => {
    const test = readState(parameters);
    return test && ((_, work) => test(work));
  },
};

export const stateOfItem: ProcessingCondition<ItemTest> = {
  ...shared,
  read: (parameters) => {
    const test = readState(parameters);
    return test && ((_, work) => test(work));
  },
};

export const stateOfField: ProcessingCondition<FieldTest> = {
  ...shared,
  read: (parameters) => {
    const test = readState(parameters);
    return test && { ofField: (_, work) => test(work), ofItem: (_, work) => test(work) };
  },
};
