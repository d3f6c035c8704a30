import type { Event } from "../../event/index.ts";
import { scanJson } from "./texts/jsonText.ts";
import type { OnFound } from "./texts/scan.ts";
import { indexValues, type NumberedAtom } from "./texts/valueIndex.ts";

/** Reports which of its texts may stand in any value of an event, by their numbers, some of them more than once. */
export type SeekKeywords = (event: Event, found: OnFound) => void;

/** Looks through the event's JSON text, where it knows that, before it looks through its values: nearly always there is none. */
export function seekKeywords(atoms: readonly NumberedAtom[]): SeekKeywords {
  if (atoms.length === 0) return () => undefined;
  const index = indexValues(atoms);
  const mayHave = scanJson(atoms);
  return (event, found) => {
    if (mayHave === undefined || event.text === undefined || mayHave(event.text))
      event.eachValue((value) => index(value, found));
    else event.eachUnwritten?.((value) => index(value, found));
  };
}
