import { type Tactic, tactics } from "../../attack/index.ts";
import { type RuleBook, type RuleEntry, ruleOf, severities, type Severity, severityAt } from "../../rules/index.ts";
import type { CountRow, CountKey } from "../../store/index.ts";
import { type DetectionStatus, detectionStatuses } from "../triage.ts";

/** What a histogram is split by. */
export const splits = ["NONE", "SEVERITY", "STATUS", "TACTIC", "RULE"] as const;
export type Split = (typeof splits)[number];

export interface Slot {
  readonly fromMs: number;
  readonly toMs: number;
  readonly total: number;
}

/** What one part of a split has in each slot; at most one of the keys is there, and none for all other parts together. */
export interface Series {
  readonly severity?: Severity;
  readonly status?: DetectionStatus;
  readonly tactic?: Tactic;
  readonly rule?: RuleEntry;
  readonly total: number;
  readonly counts: readonly number[];
}

export interface Histogram {
  readonly slots: readonly Slot[];
  readonly series: readonly Series[];
}

/** What must be told apart for a split. */
export const keysOfSplit: Readonly<Record<Split, readonly CountKey[]>> = {
  NONE: [],
  SEVERITY: ["severity"],
  STATUS: ["status"],
  TACTIC: ["ruleId"],
  RULE: ["ruleId"],
};

/** Makes a histogram of rows. Slots and parts without detections are there, with zeros; of rules those with the most. */
export function histogramOf(
  rows: readonly CountRow[],
  boundsMs: readonly number[],
  { split, top, book }: { readonly split: Split; readonly top: number; readonly book: RuleBook },
): Histogram {
  const slotCount = boundsMs.length - 1;
  const totals = zeros(slotCount);
  for (const { slot, count } of rows) add(totals, slot, count);
  const slots = totals.map((total, place) => ({ fromMs: boundsMs[place] ?? 0, toMs: boundsMs[place + 1] ?? 0, total }));
  return { slots, series: seriesOf(rows, slotCount, { split, top, book }) };
}

function seriesOf(
  rows: readonly CountRow[],
  slotCount: number,
  { split, top, book }: { readonly split: Split; readonly top: number; readonly book: RuleBook },
): readonly Series[] {
  const groups = <Key>(keys: readonly Key[], keysOf: (row: CountRow) => readonly Key[]) => {
    const counts = new Map(keys.map((key) => [key, zeros(slotCount)]));
    for (const row of rows)
      for (const key of keysOf(row)) {
        const own = counts.get(key) ?? zeros(slotCount);
        counts.set(key, own);
        add(own, row.slot, row.count);
      }
    return [...counts].map(([key, own]) => ({ key, counts: own, total: sum(own) }));
  };
  switch (split) {
    case "NONE":
      return [];
    case "SEVERITY":
      return groups(severities, ({ severity = 0 }) => [severityAt(severity)]).map(({ key, ...rest }) => ({
        severity: key,
        ...rest,
      }));
    case "STATUS":
      return groups(detectionStatuses, ({ status = 0 }) => detectionStatuses.slice(status, status + 1)).map(
        ({ key, ...rest }) => ({ status: key, ...rest }),
      );
    case "TACTIC":
      return groups(tactics, ({ ruleId = 0 }) => ruleOf(book, ruleId).attack.tactics).map(({ key, ...rest }) => ({
        tactic: key,
        ...rest,
      }));
    case "RULE":
      return topOf(
        groups<number>([], ({ ruleId = 0 }) => [ruleId]),
        top,
        slotCount,
      ).map(({ key, ...rest }) => ({ ...(key !== undefined && { rule: ruleOf(book, key) }), ...rest }));
  }
}

interface Group<Key> {
  readonly key: Key;
  readonly counts: readonly number[];
  readonly total: number;
}

/** The largest ones, and the others together, if there are others. */
function topOf<Key>(groups: readonly Group<Key>[], top: number, slotCount: number): readonly Group<Key | undefined>[] {
  const sorted = groups.toSorted((one, other) => other.total - one.total);
  const others = sorted.slice(top);
  if (others.length === 0) return sorted;
  const counts = zeros(slotCount);
  for (const other of others) other.counts.forEach((count, place) => add(counts, place + 1, count));
  return [...sorted.slice(0, top), { key: undefined, counts, total: sum(counts) }];
}

const zeros = (length: number): number[] => Array.from({ length }, () => 0);
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function add(counts: number[], slot: number, count: number): void {
  counts[slot - 1] = (counts[slot - 1] ?? 0) + count;
}
