import type { DraftItem } from "../detection/draftItem.ts";
import { problem } from "../problem.ts";
import type { Check } from "./check.ts";

/** A keyword has text: nothing is found in every event. @see Sigma 2.1, "Keyword search" */
export const keywordsHaveText: Check<DraftItem> = function* ({ field, values, modifiers }) {
  if (field !== undefined || modifiers.some(({ text }) => text === "exists")) return;
  for (const { type, text, span } of values) {
    if (type === "null" || text === "") yield problem("empty-keyword", span, "a keyword needs text");
  }
};
