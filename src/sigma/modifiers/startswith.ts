import { openEnd } from "../wildcards.ts";
import { atPosition } from "./position.ts";

/** The field begins with the value. */
export const startswith = atPosition("startswith", openEnd);
