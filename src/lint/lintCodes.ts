import {
  acrossChecks,
  conditionChecks,
  correlationChecks,
  documentChecks,
  filterChecks,
  itemChecks,
  ruleChecks,
  serviceChecks,
} from "./checks.ts";

const all = [
  ...documentChecks,
  ...ruleChecks,
  ...serviceChecks,
  ...itemChecks,
  ...conditionChecks,
  ...filterChecks,
  ...correlationChecks,
  ...acrossChecks,
] as const;

/** A check, by its code. A code is public API: add codes, never rename one. */
export type LintCode = (typeof all)[number]["code"];

export interface LintEntry {
  readonly severity: "warning";
  /** What is wrong, in one sentence, whatever the rule. */
  readonly explanation: string;
  /** A page that says so: a section of Sigma's specification, of SigmaHQ's conventions, or of what SigmaHQ tests for. */
  readonly link: string;
}

/** Everything that this room can find. */
export const lintCodes: Readonly<Record<LintCode, LintEntry>> = Object.fromEntries(
  all.map(({ code, explanation, link }) => [code, { severity: "warning", explanation, link }]),
) as Record<LintCode, LintEntry>;
