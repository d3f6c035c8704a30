import { clientError } from "./errors.ts";
import { limits } from "./limits.ts";

/** All our ids are uuids of version 7. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A uuid in lower case, undefined if the text is none: such an id cannot exist. */
export function readUuid(text: string): string | undefined {
  const lower = text.toLowerCase();
  return uuid.test(lower) ? lower : undefined;
}

/** The ids that a mutation is for: no two the same, and not more than a transaction should touch. */
export function readIds(ids: readonly string[]): string[] {
  if (ids.length <= limits.listLength) return [...new Set(ids.map((id) => readText(id, "ids")))];
  throw clientError("BAD_USER_INPUT", `${ids.length} ids were given, at most ${limits.listLength} are allowed at once`);
}

/** The names of fields that are asked for: not more than a list may have. */
export function readNames(names: readonly string[]): readonly string[] {
  if (names.length <= limits.listLength) return names;
  throw clientError("BAD_USER_INPUT", `${names.length} names were given, at most ${limits.listLength} are allowed`);
}

/** A text that the database can hold. */
export function readText(text: string, name: string): string {
  if (!text.includes("\0")) return text;
  throw clientError("BAD_USER_INPUT", `${name} has the character U+0000, which cannot be stored or searched for`);
}

/** The name of a list or a pipeline. */
export function readName(name: string): string {
  if (/^[\w.-]{1,100}$/.test(name)) return name;
  throw clientError("BAD_USER_INPUT", "a name has 1 to 100 letters, digits and _ . -");
}
