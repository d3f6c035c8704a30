import { timePart } from "./timePart.ts";

/** The week of the year as ISO 8601 counts: the first is the one with a Thursday in it; a year has 52 or 53. */
export const week = timePart("week", 1, 53);
