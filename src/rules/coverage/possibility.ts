import { joinNeeds, type Need } from "./need.ts";

/** Whether a part of a rule can hold for some event of a kind, and whether it can fail; where it cannot, what is needed for it. */
export interface Possibility {
  readonly toHold: Need | undefined;
  readonly toFail: Need | undefined;
}

/** It depends on the event. */
export const either: Possibility = { toHold: undefined, toFail: undefined };

/** The same for all events of the kind. */
export const certain = (holds: boolean, need: Need): Possibility =>
  holds ? { toHold: undefined, toFail: need } : { toHold: need, toFail: undefined };

export const negated = ({ toHold, toFail }: Possibility): Possibility => ({ toHold: toFail, toFail: toHold });

export function everyOf(parts: readonly Possibility[]): Possibility {
  if (parts.length === 0) return certain(false, { kind: "nothing" });
  const missing = needsOf(parts, "toHold");
  const failing = needsOf(parts, "toFail");
  return {
    toHold: missing.length > 0 ? joinNeeds("all", missing) : undefined,
    toFail: failing.length === parts.length ? joinNeeds("any", failing) : undefined,
  };
}

/** So many of the parts hold, one at least. */
export function atLeastOf(count: number, parts: readonly Possibility[]): Possibility {
  const least = Math.max(1, count);
  const missing = needsOf(parts, "toHold");
  const failing = needsOf(parts, "toFail");
  return {
    toHold: parts.length - missing.length < least ? joinNeeds("any", missing) : undefined,
    toFail: failing.length >= least ? joinNeeds("any", failing) : undefined,
  };
}

const needsOf = (parts: readonly Possibility[], end: keyof Possibility): readonly Need[] =>
  parts.flatMap((part) => part[end] ?? []);
