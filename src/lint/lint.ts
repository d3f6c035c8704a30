import type { Correlation, Filter, Problem, Rule, Source } from "../sigma/index.ts";
import type { Check, DocumentSubject, Finding } from "./check.ts";
import {
  conditionChecks,
  correlationChecks,
  documentChecks,
  filterChecks,
  itemChecks,
  ruleChecks,
  serviceChecks,
} from "./checks.ts";
import { type LintCode } from "./lintCodes.ts";
import { conditionsOf, itemsOf, readSubject } from "./subject/readSubject.ts";

export interface LintOptions {
  /** The day it is, as `YYYY-MM-DD`. Without it no date is said to lie in the future. */
  readonly today?: string;
  /** Whether the rule is to be stored: then it is also checked against what the service recognises. */
  readonly isStored?: boolean;
}

/** Checks a rule, a filter or a correlation, each as its kind asks for. */
export function lintDocument(
  document: Rule | Filter | Correlation,
  source: Source,
  options: LintOptions = {},
): readonly Problem<LintCode>[] {
  switch (document.kind) {
    case "rule":
      return lintRule(document, source, options);
    case "filter":
      return lintFilter(document, source, options);
    case "correlation":
      return lintCorrelation(document, source, options);
  }
}

/**
 * Checks a rule beyond its syntax: against the Sigma specification, SigmaHQ's conventions, and what is most often a mistake.
 *
 * @param source the text that the rule was read from: problems have their places in it
 * @returns warnings, in the order of the text; of each code 1,000 at most
 */
export function lintRule(rule: Rule, source: Source, options: LintOptions = {}): readonly Problem<LintCode>[] {
  const subject = readSubject(rule, source, options.today);
  const items = itemsOf(rule, subject.documents);
  const conditions = conditionsOf(rule, subject.documents);
  return inOrder([
    ...ofDocument(subject),
    ...[...ruleChecks, ...(options.isStored ? serviceChecks : [])].flatMap((check) =>
      run(check, [{ ...subject, items, conditions }]),
    ),
    ...itemChecks.flatMap((check) => run(check, items)),
    ...conditionChecks.flatMap((check) => run(check, conditions)),
  ]);
}

/** As `lintRule`, for a filter. */
export function lintFilter(filter: Filter, source: Source, options: LintOptions = {}): readonly Problem<LintCode>[] {
  const subject = readSubject(filter, source, options.today);
  return inOrder([
    ...ofDocument(subject),
    ...filterChecks.flatMap((check) => run(check, [subject])),
    ...itemChecks.flatMap((check) => run(check, itemsOf(filter, subject.documents))),
    ...conditionChecks.flatMap((check) => run(check, conditionsOf(filter, subject.documents))),
  ]);
}

/** As `lintRule`, for a correlation. */
export function lintCorrelation(
  correlation: Correlation,
  source: Source,
  options: LintOptions = {},
): readonly Problem<LintCode>[] {
  const subject = readSubject(correlation, source, options.today);
  return inOrder([...ofDocument(subject), ...correlationChecks.flatMap((check) => run(check, [subject]))]);
}

/** Nobody reads more of one kind, and looking for more costs time. */
const maxOfCode = 1_000;

const ofDocument = (subject: DocumentSubject): readonly Problem<LintCode>[] =>
  documentChecks.flatMap((check) => run(check, [subject]));

function run<Subject>(
  { code, find }: Check<Subject, LintCode>,
  subjects: readonly Subject[],
): readonly Problem<LintCode>[] {
  const problems: Problem<LintCode>[] = [];
  for (const subject of subjects) {
    for (const finding of find(subject)) {
      problems.push(toProblem(code, finding));
      if (problems.length === maxOfCode) return problems;
    }
  }
  return problems;
}

const inOrder = (problems: readonly Problem<LintCode>[]): readonly Problem<LintCode>[] =>
  problems.toSorted((one, other) => one.span.start - other.span.start);

/** All that is found here is a warning: the rule can be used. */
export function toProblem(code: LintCode, { span, message, hint }: Finding): Problem<LintCode> {
  return { code, severity: "warning", message, ...(hint === undefined ? {} : { hint }), span };
}
