import { timePart } from "./timePart.ts";

/** The day of the month. */
export const day = timePart("day", 1, 31);
