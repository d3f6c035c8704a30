import { timePart } from "./timePart.ts";

/** The minute of the hour. */
export const minute = timePart("minute", 0, 59);
