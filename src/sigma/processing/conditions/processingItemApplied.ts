import { type Parameters, text } from "../parameters.ts";
import type { FieldTest, ItemTest, ProcessingCondition, RuleTest } from "./condition.ts";

const shared = { name: "processing_item_applied", parameters: ["processing_item_id"] } as const;

const readId = (parameters: Parameters): string | undefined => text(parameters, "processing_item_id");

/** The step with this id was applied to the rule. */
export const appliedToRule: ProcessingCondition<RuleTest> = {
  ...shared,
  read: (parameters) => {
    const id = readId(parameters);
    return id === undefined ? undefined : (_, work) => work.applied.has(id);
  },
};

/** The step with this id has changed the item. */
export const appliedToItem: ProcessingCondition<ItemTest> = {
  ...shared,
  read: (parameters) => {
    const id = readId(parameters);
    return id === undefined ? undefined : (item, work) => work.appliedToItem.get(item)?.has(id) ?? false;
  },
};

/** The step with this id has made the name of the field; of an item, has changed the item. */
export const appliedToField: ProcessingCondition<FieldTest> = {
  ...shared,
  read: (parameters) => {
    const id = readId(parameters);
    if (id === undefined) return undefined;
    return {
      ofField: (field, work) => field !== undefined && (work.appliedToField.get(field)?.has(id) ?? false),
      ofItem: (item, work) => work.appliedToItem.get(item)?.has(id) ?? false,
    };
  },
};
