import { comparison } from "./comparison.ts";

/** The field is less than the value. */
export const lt = comparison("lt");
