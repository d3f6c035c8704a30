import type { Pattern } from "../../pattern.ts";
import { choice, type Parameters } from "../parameters.ts";
import type { ItemTest } from "./condition.ts";

/** A test of items that asks any or all of its values, as `cond` says. */
export function ofValues(parameters: Parameters, test: (pattern: Pattern) => boolean): ItemTest | undefined {
  const link = choice(parameters, "cond", ["any", "all"]);
  if (link === undefined) return undefined;
  return ({ values }) => {
    const patterns = values.flatMap(({ alternatives }) => alternatives);
    return link === "any" ? patterns.some(test) : patterns.every(test);
  };
}
