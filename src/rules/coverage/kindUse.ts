import type { Rule } from "../../sigma/index.ts";
import { askedFields } from "./askedFields.ts";
import { type KindPresence, shareOf } from "./kindPresence.ts";
import { isOfCode } from "./ruleCoverage.ts";
import { rulesOfKind } from "./rulesOfKind.ts";

/** What rules make of the events of one kind. */
export interface KindUse {
  readonly presence: KindPresence;
  /** Rules that are about such events. */
  readonly rules: number;
  /** The fields that the events carry, in the order of their names. */
  readonly fields: readonly FieldUse[];
  /** Those that no rule asks for. */
  readonly unusedFields: readonly string[];
}

export interface FieldUse {
  readonly field: string;
  /** The share of the events that carry it, above 0. */
  readonly share: number;
  /** Rules that ask for it. */
  readonly rules: number;
}

/** Which fields of kinds of events rules ask for, in the order of the kinds. A keyword asks for none: it looks in all. */
export function useOfKinds(kinds: readonly KindPresence[], rules: Iterable<Rule>): readonly KindUse[] {
  const rulesOf = rulesOfKind(rules);
  return kinds.map((presence) => useOfKind(presence, rulesOf(presence.kind)));
}

/** @param rules those whose logsource fits */
function useOfKind(presence: KindPresence, rules: readonly Rule[]): KindUse {
  const meant = rules.filter((rule) => isOfCode(rule, presence));
  const asking = new Map<string, number>();
  for (const field of meant.flatMap(askedFields)) asking.set(field, (asking.get(field) ?? 0) + 1);
  const fields = [...presence.fields.keys()].toSorted().flatMap((field) => {
    const share = shareOf(presence, field) ?? 0;
    return share > 0 ? [{ field, share, rules: asking.get(field) ?? 0 }] : [];
  });
  const unusedFields = fields.filter((field) => field.rules === 0).map(({ field }) => field);
  return { presence, rules: meant.length, fields, unusedFields };
}
