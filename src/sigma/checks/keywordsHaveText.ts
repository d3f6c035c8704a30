import type { DraftItem } from "../detection/draftItem.ts";
import { problem } from "../problem.ts";
import type { Check } from "./check.ts";

/** A keyword has text: nothing is found in every event. @see Sigma 2.1, "Keyword search" */
export const keywordsHaveText: Check<DraftItem> = ({ field, values, modifiers }) => {
  if (field !== undefined || modifiers.some(({ text }) => text === "exists")) return [];
  const empty = values.filter(({ type, text }) => type === "null" || text === "");
  return empty.map(({ span }) => problem("empty-keyword", span, "a keyword needs text"));
};
