import { timePart } from "./timePart.ts";

/** The month of the year. */
export const month = timePart("month", 1, 12);
