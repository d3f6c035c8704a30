import { kindName } from "../event/index.ts";
import {
  coverRule,
  type CoverageVerdict,
  type KindUse,
  type Presence,
  type RuleCoverage,
  useOfKinds,
} from "../rules/index.ts";
import type { Rule } from "../sigma/index.ts";

export interface CoverageReport {
  readonly rules: readonly Rule[];
  readonly presence: Presence;
  /** Rules that were asked for by name: these alone, with all of their fields. */
  readonly named?: readonly Rule[];
  /** Whether rules of which there is nothing to mend are listed too. */
  readonly all: boolean;
}

interface Covered {
  readonly rule: Rule;
  readonly coverage: RuleCoverage;
}

const words: Readonly<Record<CoverageVerdict, string>> = {
  "cannot-fire": "cannot fire",
  unknown: "not known yet",
  "no-events": "without events",
  "can-fire": "can fire",
};

/** Which rules cannot fire, and what no rule uses, for people. */
export function printCoverage(report: CoverageReport): readonly string[] {
  const covered = cover(report.named ?? report.rules, report.presence);
  if (report.named) return covered.flatMap(printFields);
  const counts = verdicts.map((verdict) => `${of(covered, verdict).length} ${words[verdict]}`);
  const kinds = byFrequency(report.presence);
  return [
    ...verdicts
      .filter((verdict) => report.all || toMend.has(verdict))
      .flatMap((verdict) => printList(covered, verdict)),
    ...useOfKinds(kinds, report.rules).flatMap(printKind),
    ...(report.presence.otherEvents > 0 ? [`${count(report.presence.otherEvents, "event")} of further kinds`] : []),
    `${count(report.rules.length, "rule")}: ${counts.join(", ")}`,
  ];
}

/** The same as JSON: a line for each rule, then one for each kind of events. */
export function printCoverageJson({ rules, presence, named, all }: CoverageReport): readonly string[] {
  const covered = cover(named ?? rules, presence).filter(
    ({ coverage }) => all || named !== undefined || toMend.has(coverage.verdict),
  );
  const lines = covered.map(({ rule, coverage: { verdict, summary, events, fields } }) =>
    JSON.stringify({ rule: nameOf(rule), title: rule.title, verdict, summary, events, fields }),
  );
  if (named) return lines;
  const kinds = useOfKinds(byFrequency(presence), rules).map(({ presence: { kind, events, sampled }, ...use }) =>
    JSON.stringify({ kind: kindName(kind), ...kind, events, sampled, ...use }),
  );
  return [...lines, ...kinds];
}

const verdicts = ["cannot-fire", "unknown", "no-events", "can-fire"] as const;
const toMend: ReadonlySet<CoverageVerdict> = new Set(["cannot-fire", "unknown"]);

const cover = (rules: readonly Rule[], presence: Presence): readonly Covered[] =>
  rules.map((rule) => ({ rule, coverage: coverRule(rule, presence) }));

const of = (covered: readonly Covered[], verdict: CoverageVerdict) =>
  covered.filter(({ coverage }) => coverage.verdict === verdict);

const byFrequency = ({ kinds }: Presence) => kinds.toSorted((one, other) => other.events - one.events);

const nameOf = ({ id, name, title }: Rule): string => id ?? name ?? title;

function printList(covered: readonly Covered[], verdict: CoverageVerdict): readonly string[] {
  const those = of(covered, verdict).map(({ rule, coverage }) => [
    `  ${clean(nameOf(rule))} (${clean(rule.title)})`,
    `    ${clean(coverage.summary)}`,
  ]);
  return those.length === 0 ? [] : [`${words[verdict]}:`, ...those.flat(), ""];
}

function printFields({ rule, coverage }: Covered): readonly string[] {
  const { summary, events, fields } = coverage;
  const shares = fields.map(({ field, share }) => `  ${percent(share)}  ${clean(field)}`);
  return [
    `${clean(nameOf(rule))} (${clean(rule.title)})`,
    `  ${clean(summary)}`,
    `  fields of ${count(events, "event")}:`,
    ...shares,
    "",
  ];
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;

const percent = (share: number | undefined): string =>
  share === undefined ? "     ?" : `${(share * 100).toFixed(1).padStart(5)}%`;

function printKind({ presence: { kind, events, sampled, omitted }, rules, unusedFields }: KindUse): readonly string[] {
  const unused = unusedFields.length > 0 ? [`  no rule uses ${unusedFields.map(clean).join(", ")}`] : [];
  const more = omitted > 0 ? [`  ${omitted} occurrences of further fields were not counted`] : [];
  return [
    `${clean(kindName(kind))}: ${count(events, "event")}, ${sampled} looked at, ${count(rules, "rule")}`,
    ...unused,
    ...more,
    "",
  ];
}

/** Names come from senders: they must not steer the terminal. */
const clean = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, "\uFFFD");
