import type { DetectionItem, Value } from "../../../src/sigma/index.ts";
import type { Fields } from "../../engine/makeEvent.ts";

/** A value of a rule in use, alone, and what its item asks. */
export interface Atom {
  readonly item: DetectionItem;
  readonly value: Value;
  readonly title: string;
}

/** Events made of a value as the author wrote it, without the parser and the engine. */
export interface Samples {
  readonly matches: readonly Fields[];
  readonly misses: readonly Fields[];
}

export const has = ({ item }: Atom, modifier: string): boolean => item.modifiers.includes(modifier);

/** An event with this text in the field of an atom; a keyword is found in any. */
export const inField = ({ item }: Atom, text: Fields[string]): Fields => ({ [item.field ?? "Message"]: text });
