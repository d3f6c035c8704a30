import { timePart } from "./timePart.ts";

/** The hour of the day. */
export const hour = timePart("hour", 0, 23);
