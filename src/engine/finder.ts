import type { EventView } from "./eventView.ts";
import type { Evidence } from "./match.ts";

/**
 * A compiled part of a rule: whether it holds for an event or a field of it. The evidence that it does is added to a list; where it does
 * not hold, the list is as it was.
 */
export type Finder<Subject = EventView> = (subject: Subject, evidence: Evidence[]) => boolean;

/** Holds if every part holds, and there is one: nothing must not be true of every event. */
export const every =
  <Subject>(parts: readonly Finder<Subject>[]): Finder<Subject> =>
  (subject, evidence) => {
    const before = evidence.length;
    for (const holds of parts) if (!holds(subject, evidence)) return withdraw(evidence, before);
    return parts.length > 0;
  };

/** Holds if so many of the parts hold, one at least; the evidence is that of all that do. */
export const atLeast = <Subject>(count: number, parts: readonly Finder<Subject>[]): Finder<Subject> => {
  const wanted = Math.max(1, count);
  return (subject, evidence) => {
    const before = evidence.length;
    let held = 0;
    for (const holds of parts) if (holds(subject, evidence)) held += 1;
    return held >= wanted || withdraw(evidence, before);
  };
};

export const some = <Subject>(parts: readonly Finder<Subject>[]): Finder<Subject> => atLeast(1, parts);

/** Holds if the part does not; what the part found is then of no interest. */
export const not =
  (holds: Finder, entry: Evidence): Finder =>
  (event, evidence) => {
    const before = evidence.length;
    if (holds(event, evidence)) return withdraw(evidence, before);
    evidence.push(entry);
    return true;
  };

/** Takes back what was added for a part that does not hold in the end. */
function withdraw(evidence: Evidence[], before: number): false {
  if (evidence.length > before) evidence.length = before;
  return false;
}
