import type { ItemKey } from "../detection/draftItem.ts";
import { findModifier } from "../modifiers.ts";
import { problem } from "../problem.ts";
import type { Check } from "./check.ts";

/** No modifier stands beside one that it excludes. @see Sigma 2.1, appendix "Modifiers" */
export const allowsCombination: Check<ItemKey> = function* ({ modifiers }) {
  const known = modifiers.flatMap(({ text, span }) => {
    const modifier = findModifier(text);
    return modifier ? { modifier, text, span } : [];
  });
  for (const [index, later] of known.entries()) {
    const earlier = known.slice(0, index).find(({ modifier }) => excludes(modifier, later.modifier));
    if (!earlier) continue;
    const message = `\`${later.text}\` makes no sense beside \`${earlier.text}\``;
    yield problem("conflicting-modifiers", later.span, message);
  }
};

type Modifier = NonNullable<ReturnType<typeof findModifier>>;

const excludes = (one: Modifier, other: Modifier): boolean =>
  [one.excludes?.includes(other.name), other.excludes?.includes(one.name)].includes(true);
