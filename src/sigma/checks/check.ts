import type { Problem } from "../problem.ts";

/** Looks at one thing, and yields what is wrong with it. */
export type Check<Subject> = (subject: Subject) => Iterable<Problem>;
