import { openEnd, openStart } from "../wildcards.ts";
import { atPosition } from "./position.ts";

/** The value stands anywhere in the field. */
export const contains = atPosition("contains", (parts) => openEnd(openStart(parts)));
