import { comparison } from "./comparison.ts";

/** The field is more than the value. */
export const gt = comparison("gt");
