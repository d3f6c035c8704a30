import type { Classification, Event } from "../event/index.ts";

/**
 * Matches events, those of a kind one after the other: what rules of a kind are looked up by is then still in the processor's cache, which is
 * a fifth of the time of matching. What each came to is given in the events' order.
 */
export function matchTogether<Found>(events: readonly Event[], match: (event: Event) => Found): readonly Found[] {
  const found: Found[] = [];
  for (const [at, event] of inOrderOfKind(events)) found[at] = match(event);
  return found;
}

function* inOrderOfKind(events: readonly Event[]): Generator<readonly [at: number, event: Event]> {
  // Events of a classification share one value.
  const kinds = new Map<Classification, Map<string | undefined, [number, Event][]>>();
  for (const [at, event] of events.entries()) {
    const { classification, code } = event;
    const byCode = kinds.get(classification) ?? new Map<string | undefined, [number, Event][]>();
    kinds.set(classification, byCode);
    const ofKind = byCode.get(code);
    if (ofKind) ofKind.push([at, event]);
    else byCode.set(code, [[at, event]]);
  }
  for (const byCode of kinds.values()) for (const ofKind of byCode.values()) yield* ofKind;
}
