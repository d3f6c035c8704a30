import type { Tactic, Technique } from "../../attack/index.ts";
import { type RuleBook, type RuleEntry, type RuleRegistry, severities, type Severity } from "../../rules/index.ts";
import type { CountKey, CountRow, Database, EntityCount, EntityKind, TriageTimes } from "../../store/index.ts";
import type { DetectionQuery } from "../listDetections.ts";
import { resolveFilter } from "../resolveFilter.ts";
import { type DetectionStatus, detectionStatuses, type Disposition, dispositions } from "../triage.ts";
import { type Counted, readCounts, readEntities, readTriageTimes } from "./counts.ts";
import {
  type Counts,
  foldByLogsource,
  foldByRule,
  foldByTactic,
  foldByTechnique,
  type Logsource,
  type RuleCounts,
} from "./foldRules.ts";
import { type Histogram, histogramOf, keysOfSplit, type Split } from "./histogram.ts";
import { type Interval, slotBounds, type Span } from "./slots.ts";
import { createSnapshot, type Snapshot } from "./snapshot.ts";
import type { Zone } from "./zone.ts";

/** Figures of the detections of a span. Each is computed when it is asked for; those asked for in one turn are of one moment. */
export interface DetectionStats {
  readonly span: Span;
  readonly total: () => Promise<number>;
  readonly histogram: (wanted: {
    readonly interval: Interval;
    readonly split: Split;
    readonly top: number;
  }) => Promise<Histogram>;
  /** Zero where there are none. */
  readonly bySeverity: () => Promise<readonly Counts<Severity>[]>;
  readonly byStatus: () => Promise<readonly Counts<DetectionStatus>[]>;
  readonly byDisposition: () => Promise<readonly Counts<Disposition>[]>;
  /** By the tags that rules have now. */
  readonly byTactic: () => Promise<readonly Counts<Tactic>[]>;
  readonly byTechnique: (rollUp: boolean) => Promise<readonly Counts<Technique>[]>;
  readonly byRule: () => Promise<readonly Counts<RuleEntry>[]>;
  readonly byLogsource: () => Promise<readonly Counts<Logsource>[]>;
  readonly topEntities: (kind: EntityKind, limit: number) => Promise<readonly EntityCount[]>;
  readonly triageTimes: () => Promise<TriageTimes>;
  /** Of the span of the same length before. */
  readonly previous: () => DetectionStats;
}

export interface StatsRooms {
  readonly database: Database;
  readonly registry: RuleRegistry;
}

export interface StatsQuery extends DetectionQuery {
  readonly span: Span;
  /** By whose clocks days and hours begin. */
  readonly zone: Zone;
}

export const detectionStats = (rooms: StatsRooms, query: StatsQuery): DetectionStats =>
  statsOf(rooms, query, createSnapshot(rooms.database, query.tenantId));

function statsOf(rooms: StatsRooms, query: StatsQuery, snapshot: Snapshot): DetectionStats {
  const { tenantId, span, zone } = query;
  const resolved = resolveFilter(query.filter, query.book, query.includeTests);
  const counted: Counted = { tenantId, resolved, span };
  const count = (by: readonly CountKey[], boundsMs?: readonly number[]) =>
    snapshot((moment) => readCounts(moment, counted, by, boundsMs));
  // What is asked for by several fields is read once.
  const cells = once(() => count(["severity", "status", "disposition"]));
  const ruleRows = once(() => count(["ruleId", "severity"]));
  // Roll-ups tell either rules or triage apart.
  const byLevel = resolved.ruleIds ? ruleRows : cells;
  const ruleCounts = once(async () => {
    const rows = await (resolved.ruleIds ? ruleRows() : count(["ruleId"]));
    const counts = sumBy(rows, ({ ruleId = 0 }) => ruleId);
    return { counts, book: await bookWith(rooms.registry, query, counts) };
  });
  const folded = async <T>(fold: (counts: RuleCounts, book: RuleBook) => T): Promise<T> => {
    const { counts, book } = await ruleCounts();
    return fold(counts, book);
  };
  return {
    span,
    total: async () => (await byLevel()).reduce((total, row) => total + row.count, 0),
    histogram: async ({ interval, split, top }) => {
      const boundsMs = slotBounds(span, interval, zone);
      const rows = await count(keysOfSplit[split], boundsMs);
      const book = await bookWith(
        rooms.registry,
        query,
        sumBy(rows, ({ ruleId }) => ruleId),
      );
      return histogramOf(rows, boundsMs, { split, top, book });
    },
    bySeverity: async () =>
      inOrder(
        severities,
        sumBy(await byLevel(), ({ severity }) => severity),
      ),
    byStatus: async () =>
      inOrder(
        detectionStatuses,
        sumBy(await cells(), ({ status }) => status),
      ),
    byDisposition: async () =>
      inOrder(
        dispositions,
        sumBy(await cells(), ({ disposition }) => disposition),
      ),
    byTactic: () => folded(foldByTactic),
    byTechnique: (rollUp) => folded((counts, book) => foldByTechnique(counts, book, rollUp)),
    byRule: () => folded(foldByRule),
    byLogsource: () => folded(foldByLogsource),
    topEntities: (kind, limit) => snapshot((moment) => readEntities(moment, counted, { kind, limit })),
    triageTimes: once(() => snapshot((moment) => readTriageTimes(moment, counted))),
    previous: once(() => statsOf(rooms, { ...query, span: spanBefore(span) }, snapshot)),
  };
}

const spanBefore = ({ fromMs, toMs }: Span): Span => ({ fromMs: fromMs - (toMs - fromMs), toMs: fromMs });

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function sumBy<Key>(rows: readonly CountRow[], keyOf: (row: CountRow) => Key | undefined): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== undefined) sums.set(key, (sums.get(key) ?? 0) + row.count);
  }
  return sums;
}

/** All values of a list, by the places that are stored. */
const inOrder = <Value>(values: readonly Value[], counts: ReadonlyMap<number, number>): readonly Counts<Value>[] =>
  values.map((key, place) => ({ key, count: counts.get(place) ?? 0 }));

/** The rules that were counted may be newer than the query's book, if another process has stored both. */
async function bookWith(registry: RuleRegistry, { tenantId, book }: StatsQuery, counts: RuleCounts): Promise<RuleBook> {
  const isKnown = [...counts.keys()].every((ruleId) => book.byId.has(ruleId));
  return isKnown ? book : await registry.refresh(tenantId);
}
