import type { Actor } from "../access/index.ts";
import { type Database, type DetectionVersion, selectDetectionVersions } from "../store/index.ts";
import type { DetectionQuery } from "./listDetections.ts";
import type { DetectionPatch } from "./patch.ts";
import { resolveFilter } from "./resolveFilter.ts";
import { updateDetections, type UpdateResult } from "./updateDetections.ts";

/** What one update by a filter may touch. */
export const maxMatching = 10_000;
/** Detections of one transaction: new ones of the tenant wait while it commits. */
const batchSize = 1_000;

export interface MatchingUpdate {
  readonly patch: DetectionPatch;
  /** How many the filter found when the change was decided on; another number is refused. Absent: any. */
  readonly expectedCount?: number;
  readonly dryRun: boolean;
  /** Of what it came to, so many detections of each kind are handed out; all are counted. */
  readonly listed: number;
}

/** What became of what a filter found. */
export type MatchingResult =
  | { readonly kind: "TOO_MANY" }
  | { readonly kind: "COUNT_MISMATCH"; readonly found: number }
  | { readonly kind: "done"; readonly found: number; readonly result: UpdateResult; readonly counts: UpdateCounts };

export interface UpdateCounts {
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/**
 * Changes all detections that a filter finds, in batches of a transaction each.
 *
 * What the filter finds is settled once, at the start: one that changes between then and its batch is refused as a conflict. If
 * a batch fails, those before it stay changed; the same update once more finds them unchanged.
 */
export async function updateMatching(
  database: Database,
  actor: Actor,
  { query, update }: { readonly query: DetectionQuery; readonly update: MatchingUpdate },
  now: Date,
): Promise<MatchingResult> {
  const { expectedCount, listed, ...rest } = update;
  const matching = await findMatching(database, query);
  if (matching.length > maxMatching) return { kind: "TOO_MANY" };
  const found = matching.length;
  if (expectedCount !== undefined && expectedCount !== found) return { kind: "COUNT_MISMATCH", found };
  let [result, counts] = [none, countsOf(none)];
  for (let from = 0; from < found; from += batchSize) {
    const expected = new Map(matching.slice(from, from + batchSize).map(({ id, version }) => [id, version]));
    const batch = await updateDetections(database, actor, { expected, ...rest }, now);
    [result, counts] = [joined(result, batch, listed), added(counts, countsOf(batch))];
  }
  return { kind: "done", found, result, counts };
}

/** In the order of ids, so that two updates cannot wait for each other. */
async function findMatching({ pool }: Database, query: DetectionQuery): Promise<DetectionVersion[]> {
  const { tenantId, filter, book, includeTests } = query;
  const selection = { tenantId, ...resolveFilter(filter, book, includeTests) };
  const found = await selectDetectionVersions(pool, selection, maxMatching + 1);
  return found.sort((one, other) => (one.id < other.id ? -1 : 1));
}

const none: UpdateResult = { changed: [], unchanged: [], refused: [] };

export const countsOf = ({ changed, unchanged, refused }: UpdateResult): UpdateCounts => ({
  changed: changed.length,
  unchanged: unchanged.length,
  refused: refused.length,
});

const added = (one: UpdateCounts, other: UpdateCounts): UpdateCounts => ({
  changed: one.changed + other.changed,
  unchanged: one.unchanged + other.unchanged,
  refused: one.refused + other.refused,
});

const joined = (one: UpdateResult, other: UpdateResult, most: number): UpdateResult => ({
  changed: [...one.changed, ...other.changed].slice(0, most),
  unchanged: [...one.unchanged, ...other.unchanged].slice(0, most),
  refused: [...one.refused, ...other.refused].slice(0, most),
});
