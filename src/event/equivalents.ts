import type { Draft } from "./draft.ts";
import type { Equivalent } from "./equivalent.ts";
import { processCreation } from "./equivalents/processCreation.ts";

/** A new one is a file in `equivalents/`, its line here and its category in `logsources.ts`. */
const equivalents: readonly Equivalent[] = [processCreation];

const byEvent = new Map(equivalents.map((equivalent) => [`${equivalent.service} ${equivalent.code}`, equivalent]));

/** Adds the fields of the event that this one is equivalent to, if there is one. */
export function deriveEquivalent(draft: Draft, service: string | undefined, code: string | undefined): void {
  if (service !== undefined && code !== undefined) byEvent.get(`${service} ${code}`)?.derive(draft);
}
