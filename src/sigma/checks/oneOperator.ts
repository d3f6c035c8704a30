import type { DraftItem } from "../detection/draftItem.ts";
import { findModifier } from "../modifiers.ts";
import { problem } from "../problem.ts";
import type { Check } from "./check.ts";

/** An item compares in one way: `contains` and `endswith` together would mean neither. @see Sigma 2.1, appendix "Modifiers" */
export const oneOperator: Check<DraftItem> = function* ({ modifiers }) {
  const operators = modifiers.filter(({ text }) => findModifier(text)?.role === "operator" && text !== "exists");
  const [first, ...others] = operators;
  for (const { text, span } of others) {
    yield problem(
      "several-operators",
      span,
      `\`${first?.text ?? ""}\` already says how to compare: \`${text}\` cannot`,
    );
  }
};
