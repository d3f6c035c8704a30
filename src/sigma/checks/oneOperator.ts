import type { ItemKey } from "../detection/draftItem.ts";
import { findModifier } from "../modifiers.ts";
import type { Modifier } from "../modifiers/modifier.ts";
import { problem } from "../problem.ts";
import type { Check } from "./check.ts";

/**
 * An item compares in one way: `contains` and `endswith` together would mean neither. Behind `re` and `fieldref` one of them
 * says where.
 *
 * @see Sigma 2.1, appendix "Modifiers"
 */
export const oneOperator: Check<ItemKey> = function* ({ modifiers }) {
  const operators = modifiers.flatMap(({ text, span }) => {
    const modifier = findModifier(text);
    return modifier?.role === "operator" && text !== "exists" ? { modifier, text, span } : [];
  });
  const [first, second] = operators;
  if (!first || !second) return;
  const others = first.modifier.refinedBy?.includes(second.modifier.name) ? operators.slice(2) : operators.slice(1);
  for (const { modifier, text, span } of others) {
    const message = `\`${first.text}\` already says how to compare: \`${text}\` cannot`;
    yield problem("several-operators", span, message, turned(modifier, first.modifier));
  }
};

const turned = (later: Modifier, first: Modifier): string | undefined =>
  later.refinedBy?.includes(first.name) ? `\`${later.name}\` stands first` : undefined;
