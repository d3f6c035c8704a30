import { decimalText, type Scalar } from "../std/index.ts";
import { readStoredEvent, type StoredEvent } from "./storedEvent.ts";

/** A field of an event, by the name that Sigma rules use. */
export interface EventField {
  readonly name: string;
  /** Its values as text, several where the record has a list; null is null. */
  readonly values: readonly (string | null)[];
}

/** The fields of a stored event as rules see them: those of these names that are there, in their order, or all, by name. */
export function eventFields(stored: StoredEvent, names?: readonly string[]): EventField[] {
  const event = readStoredEvent(stored);
  return (names ?? event.names().toSorted()).flatMap((name) => {
    const values = event.field(name);
    return values ? [{ name, values: values.map(textOf) }] : [];
  });
}

const textOf = (scalar: Scalar): string | null =>
  scalar === null ? null : typeof scalar === "number" ? decimalText(scalar) : String(scalar);
