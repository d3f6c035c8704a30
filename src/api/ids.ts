import { clientError } from "./errors.ts";
import { limits } from "./limits.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A uuid in lower case, undefined if the text is none: such an id cannot exist. */
export function readUuid(text: string): string | undefined {
  const lower = text.toLowerCase();
  return uuid.test(lower) ? lower : undefined;
}

/** The ids that a mutation is for: no two the same, and not more than a transaction should touch. */
export function readIds(ids: readonly string[]): string[] {
  if (ids.length <= limits.listLength) return [...new Set(ids)];
  throw clientError("BAD_USER_INPUT", `${ids.length} ids were given, at most ${limits.listLength} are allowed at once`);
}
