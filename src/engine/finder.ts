import type { EventView } from "./eventView.ts";
import type { Evidence } from "./match.ts";

/** A compiled part of a rule: the evidence that it holds for an event or a field of it, or undefined where it does not hold. */
export type Finder<Subject = EventView> = (subject: Subject) => readonly Evidence[] | undefined;

/** Holds if every part holds, and there is one: nothing must not be true of every event. */
export const every =
  <Subject>(parts: readonly Finder<Subject>[]): Finder<Subject> =>
  (subject) => {
    const found: (readonly Evidence[])[] = [];
    for (const part of parts) {
      const evidence = part(subject);
      if (!evidence) return undefined;
      found.push(evidence);
    }
    return parts.length === 0 ? undefined : found.flat();
  };

/** Holds if so many of the parts hold, one at least; the evidence is that of all that do. */
export const atLeast =
  <Subject>(count: number, parts: readonly Finder<Subject>[]): Finder<Subject> =>
  (subject) => {
    const found: (readonly Evidence[])[] = [];
    for (const part of parts) {
      const evidence = part(subject);
      if (evidence) found.push(evidence);
    }
    return found.length >= Math.max(1, count) ? found.flat() : undefined;
  };

export const some = <Subject>(parts: readonly Finder<Subject>[]): Finder<Subject> => atLeast(1, parts);

/** Holds if the part does not; what the part found is then of no interest. */
export const not =
  (part: Finder, evidence: Evidence): Finder =>
  (event) =>
    part(event) ? undefined : [evidence];
