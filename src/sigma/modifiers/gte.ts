import { comparison } from "./comparison.ts";

/** The field is at least the value. */
export const gte = comparison("gte");
