import { quote } from "../../quote.ts";
import { changeItems, itemsOf } from "../items.ts";
import { text } from "../parameters.ts";
import { fail } from "../work.ts";
import type { Transformation } from "./transformation.ts";

/** Refuses the rule. */
export const ruleFailure: Transformation = {
  name: "rule_failure",
  parameters: ["message"],
  read: (parameters) => {
    const message = text(parameters, "message");
    if (message === undefined) return undefined;
    return (rule, { work }) => {
      fail(work, rule.span, said(message), "refused-by-pipeline");
      return rule;
    };
  },
};

/** Refuses the rule because of an item. */
export const detectionItemFailure: Transformation = {
  name: "detection_item_failure",
  parameters: ["message"],
  read: (parameters) => {
    const message = text(parameters, "message");
    if (message === undefined) return undefined;
    return (rule, application) =>
      changeItems(rule, application, (item) => {
        fail(application.work, item.span, said(message), "refused-by-pipeline");
        return item;
      });
  },
};

/** Refuses the rule if it has a field that no mapping before knows. */
export const strictFieldMappingFailure: Transformation = {
  name: "strict_field_mapping_failure",
  parameters: [],
  read:
    () =>
    (rule, { work }) => {
      const unmapped = itemsOf(rule).filter(({ field }) => field !== undefined && !work.mappedFields.has(field));
      for (const { field = "", span } of unmapped) {
        fail(work, span, `the pipeline maps no field ${quote(field)}`, "refused-by-pipeline");
      }
      return rule;
    },
};

const said = (message: string): string => `the pipeline refuses this rule: ${quote(message)}`;
