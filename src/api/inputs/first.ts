import { clientError } from "../errors.ts";
import { limits } from "../limits.ts";

/** How many items of a list that has no pages are wanted. */
export function readFirst(first: number): number {
  if (first >= 0 && first <= limits.pageSize) return first;
  throw clientError("BAD_USER_INPUT", `first: ${first} is outside of 0 to ${limits.pageSize}`);
}
