import { type Level, levels } from "../sigma/index.ts";
import { bug } from "../std/index.ts";

/** How bad it is, in Sigma's words, lowest first; stored as its place in this list. */
export type Severity = Level;
export const severities = levels;

/** What a rule without a `level` counts as. */
export const defaultSeverity: Severity = "medium";

export const severityRank = (severity: Severity): number => severities.indexOf(severity);

export const severityAt = (rank: number): Severity => severities[rank] ?? bug(`severity ${rank}`);
