import { comparison } from "./comparison.ts";

/** The field is at most the value. */
export const lte = comparison("lte");
