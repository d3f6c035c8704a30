import { timePart } from "./timePart.ts";

/** The year. */
export const year = timePart("year", 1, 9999);
