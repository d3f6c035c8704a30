import { openStart } from "../wildcards.ts";
import { atPosition } from "./position.ts";

/** The field ends with the value. */
export const endswith = atPosition("endswith", openStart);
