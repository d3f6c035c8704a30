import { changeItems } from "../items.ts";
import type { Transformation } from "./transformation.ts";

/** Drops items, as if the rule had never asked for them. What is left of their selections counts. */
export const dropDetectionItem: Transformation = {
  name: "drop_detection_item",
  parameters: [],
  read: () => (rule, application) => changeItems(rule, application, () => undefined),
};
