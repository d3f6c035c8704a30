import type { EventView } from "./eventView.ts";
import type { Evidence } from "./match.ts";

/** A compiled part of a rule: the evidence that it holds for an event, or undefined where it does not hold. */
export type Finder = (event: EventView) => readonly Evidence[] | undefined;

/** Holds if every part holds, and there is one: nothing must not be true of every event. */
export const every =
  (parts: readonly Finder[]): Finder =>
  (event) => {
    const found: (readonly Evidence[])[] = [];
    for (const part of parts) {
      const evidence = part(event);
      if (!evidence) return undefined;
      found.push(evidence);
    }
    return parts.length === 0 ? undefined : found.flat();
  };

/** Holds if so many of the parts hold, one at least; the evidence is that of all that do. */
export const atLeast =
  (count: number, parts: readonly Finder[]): Finder =>
  (event) => {
    const found: (readonly Evidence[])[] = [];
    for (const part of parts) {
      const evidence = part(event);
      if (evidence) found.push(evidence);
    }
    return found.length >= Math.max(1, count) ? found.flat() : undefined;
  };

export const some = (parts: readonly Finder[]): Finder => atLeast(1, parts);

/** Holds if the part does not; what the part found is then of no interest. */
export const not =
  (part: Finder, evidence: Evidence): Finder =>
  (event) =>
    part(event) ? undefined : [evidence];
