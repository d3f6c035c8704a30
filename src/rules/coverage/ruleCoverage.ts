import { isConsidered } from "../../engine/index.ts";
import { kindName } from "../../event/index.ts";
import type { Rule } from "../../sigma/index.ts";
import { askedFields } from "./askedFields.ts";
import { type KindPresence, type Presence, shareOf } from "./kindPresence.ts";
import { fieldsNeeded, type Need, printNeed } from "./need.ts";
import { needToFire } from "./needToFire.ts";

/**
 * Whether a rule can match what arrives: `no-events` if nothing of what it asks for has come, `unknown` if it depends on fields
 * that nobody has looked for yet, as of a new rule.
 */
export type CoverageVerdict = "can-fire" | "cannot-fire" | "no-events" | "unknown";

/** What arrives, as one rule sees it. */
export interface RuleCoverage {
  readonly verdict: CoverageVerdict;
  /** The verdict in a sentence. */
  readonly summary: string;
  /** Events of its logsource that it could be about. */
  readonly events: number;
  /** Every field that it asks for, in its order. */
  readonly fields: readonly FieldCoverage[];
  /** The kinds of those events, the most frequent first. */
  readonly kinds: readonly KindCoverage[];
}

export interface FieldCoverage {
  readonly field: string;
  /** The share of those events that carry it, 0 to 1; undefined if there are none, or nobody has looked for it. */
  readonly share: number | undefined;
}

export interface KindCoverage {
  readonly presence: KindPresence;
  readonly verdict: Exclude<CoverageVerdict, "no-events">;
  /** What it would need, where it cannot fire on them. */
  readonly need: Need | undefined;
}

/** Judges a rule by what has arrived. */
export function coverRule(rule: Rule, { kinds }: Presence): RuleCoverage {
  const meant = kinds.filter((presence) => isMeant(rule, presence)).toSorted((one, other) => other.events - one.events);
  const judged = meant.map((presence) => judge(rule, presence));
  const verdict = verdictOf(judged);
  return {
    verdict,
    summary: summarise(verdict, judged),
    events: meant.reduce((sum, { events }) => sum + events, 0),
    fields: askedFields(rule).map((field) => ({ field, share: shareOfAll(meant, field) })),
    kinds: judged,
  };
}

/** Whether a rule is about a kind of events: of its logsource, and not of another code than it asks for. */
const isMeant = (rule: Rule, presence: KindPresence): boolean =>
  isConsidered(rule.logsource, presence.kind) && isOfCode(rule, presence);

/** Whether a rule asks for no other code than that of these events. */
export const isOfCode = (rule: Rule, { kind: { code } }: KindPresence): boolean =>
  code === undefined ||
  !askedFields(rule).some((field) => codeFields.has(field)) ||
  needToFire(rule, { carries: () => true, constant: (field) => constantOf(code, field) }) === undefined;

/** Fields whose value is the code of an event, where that is a number: in Windows' logs and Sysmon's for Linux. */
const codeFields = new Set(["EventID"]);

const constantOf = (code: string | undefined, field: string): string | undefined =>
  code !== undefined && codeFields.has(field) && /^\d+$/.test(code) ? code : undefined;

function judge(rule: Rule, presence: KindPresence): KindCoverage {
  const { kind, fields } = presence;
  const knowing = (carries: (field: string) => boolean): Need | undefined =>
    needToFire(rule, { carries, constant: (field) => (carries(field) ? constantOf(kind.code, field) : undefined) });
  const need = knowing((field) => (fields.get(field) ?? 1) > 0);
  if (need !== undefined) return { presence, verdict: "cannot-fire", need };
  const isCertain = knowing((field) => (fields.get(field) ?? 0) > 0) === undefined;
  return { presence, verdict: isCertain ? "can-fire" : "unknown", need: undefined };
}

function verdictOf(kinds: readonly KindCoverage[]): CoverageVerdict {
  if (kinds.length === 0) return "no-events";
  const has = (wanted: CoverageVerdict) => kinds.some(({ verdict }) => verdict === wanted);
  return has("can-fire") ? "can-fire" : has("unknown") ? "unknown" : "cannot-fire";
}

/** Of all events together: kinds count by how many came. */
function shareOfAll(kinds: readonly KindPresence[], field: string): number | undefined {
  const known = kinds.flatMap((presence) => {
    const share = shareOf(presence, field);
    return share === undefined ? [] : [{ share, events: presence.events }];
  });
  const events = known.reduce((sum, one) => sum + one.events, 0);
  return events === 0 ? undefined : known.reduce((sum, one) => sum + one.share * one.events, 0) / events;
}

function summarise(verdict: CoverageVerdict, kinds: readonly KindCoverage[]): string {
  switch (verdict) {
    case "no-events":
      return "no event that it could be about has arrived";
    case "unknown":
      return "it asks for fields that have not been looked for since it is here";
    case "can-fire": {
      const can = kinds.filter((one) => one.verdict === "can-fire");
      const lost = kinds.filter((one) => one.verdict === "cannot-fire");
      const on = `can fire on ${namesOf(can)}`;
      return lost.length === 0 ? on : `${on}; not on ${namesOf(lost)}`;
    }
    case "cannot-fire":
      return blame(kinds);
  }
}

/** `needs OriginalFileName; windows/security/4688 does not carry it` */
function blame(kinds: readonly KindCoverage[]): string {
  const needs = new Map<string, KindCoverage[]>();
  for (const one of kinds) {
    const text = one.need ? printNeed(one.need) : "";
    needs.set(text, [...(needs.get(text) ?? []), one]);
  }
  const [[text = "", those = []] = []] = needs;
  const it = those[0]?.need && fieldsNeeded(those[0].need).length > 1 ? "them" : "it";
  const others = needs.size > 1 ? `; ${needs.size - 1} more kinds lack other fields` : "";
  return `needs ${text}; ${namesOf(those)} ${those.length > 1 ? "do" : "does"} not carry ${it}${others}`;
}

/** So many kinds are named, the rest counted. */
const mostNamed = 3;

function namesOf(kinds: readonly KindCoverage[]): string {
  const names = [...new Set(kinds.map(({ presence }) => kindName(presence.kind)))];
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : "";
  return names.slice(0, mostNamed).join(", ") + more;
}
