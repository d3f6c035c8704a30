import type { Actor } from "../access/index.ts";
import { groupBy } from "../std/index.ts";
import {
  type Database,
  inTransaction,
  insertActivities,
  type Queryable,
  selectDetectionsById,
  updateDetections as updateRows,
} from "../store/index.ts";
import { activitiesOf } from "./activity.ts";
import { type Detection, readDetection } from "./detection.ts";
import { type DetectionPatch, patchDetection, type PatchRefusal, type Triage } from "./patch.ts";
import { detectionStatuses, dispositions } from "./triage.ts";

/** Why a detection was left as it is. */
export interface DetectionRefusal {
  readonly id: string;
  readonly code: "NOT_FOUND" | "CONFLICT" | PatchRefusal;
  readonly message: string;
}

/** What an update came to, each detection in one of the lists. */
export interface UpdateResult {
  /** As they are now; in a dry run those that would change, as they still are. */
  readonly changed: readonly Detection[];
  /** Already so. */
  readonly unchanged: readonly Detection[];
  readonly refused: readonly DetectionRefusal[];
}

export interface Update {
  /** The version that the change was decided on, by id; a detection that has moved on is refused. Undefined: any. */
  readonly expected: ReadonlyMap<string, number | undefined>;
  readonly patch: DetectionPatch;
  /** Says what would become of them, and changes nothing. */
  readonly dryRun?: boolean;
}

/** Changes what people say of detections, in one transaction, and writes who did. Closing one needs a disposition. */
export async function updateDetections(
  { pool }: Database,
  actor: Actor,
  update: Update,
  now: Date,
): Promise<UpdateResult> {
  const { expected, dryRun = false } = update;
  return await inTransaction(pool, async (db) => {
    const rows = await selectDetectionsById(db, actor.tenantId, [...expected.keys()], !dryRun);
    const judged = rows.map(readDetection).map((detection) => judge(detection, update));
    const having = groupBy(judged, ({ verdict }) => verdict.kind);
    const detectionsOf = (kind: Verdict["kind"]) => (having.get(kind) ?? []).map(({ detection }) => detection);
    const changes = judged.flatMap(({ detection, verdict }) =>
      verdict.kind === "change" ? [{ detection, triage: verdict.triage }] : [],
    );
    if (!dryRun) await apply(db, actor, { changes, ...update.patch }, now);
    const ids = changes.map(({ detection }) => detection.id);
    return {
      changed: dryRun
        ? detectionsOf("change")
        : (await selectDetectionsById(db, actor.tenantId, ids)).map(readDetection),
      unchanged: detectionsOf("same"),
      refused: [
        ...missing(expected, rows),
        ...judged.flatMap(({ detection, verdict }) => refusals(detection, verdict)),
      ],
    };
  });
}

type Verdict = ReturnType<typeof patchDetection> | { readonly kind: "CONFLICT" };

interface Judged {
  readonly detection: Detection;
  readonly verdict: Verdict;
}

function judge(detection: Detection, { expected, patch }: Update): Judged {
  const version = expected.get(detection.id) ?? detection.version;
  return {
    detection,
    verdict: version === detection.version ? patchDetection(detection, patch) : { kind: "CONFLICT" },
  };
}

const missing = (expected: Update["expected"], rows: readonly { readonly id: string }[]): DetectionRefusal[] => {
  const known = new Set(rows.map(({ id }) => id));
  return [...expected.keys()].filter((id) => !known.has(id)).map(notFound);
};

export const notFound = (id: string): DetectionRefusal => ({
  id,
  code: "NOT_FOUND",
  message: "there is no such detection",
});

const refusalMessages: Readonly<Record<PatchRefusal, string>> = {
  NEEDS_DISPOSITION: "closing a detection needs a disposition other than UNDETERMINED",
  NOT_CLOSED: "a reason says why a detection is closed, and this one is not: close it, or comment on it",
};

function refusals({ id, version }: Detection, verdict: Verdict): DetectionRefusal[] {
  if (verdict.kind === "refused") return [{ id, code: verdict.code, message: refusalMessages[verdict.code] }];
  if (verdict.kind !== "CONFLICT") return [];
  const message = `the detection has changed meanwhile (it is at version ${version}): read it again`;
  return [{ id, code: "CONFLICT", message }];
}

interface Application extends Pick<DetectionPatch, "comment"> {
  readonly changes: readonly { readonly detection: Detection; readonly triage: Triage }[];
}

/** The rows are locked: every change is applied. */
async function apply(db: Queryable, actor: Actor, { changes, comment }: Application, now: Date): Promise<void> {
  if (changes.length === 0) return;
  const who = { actor: actor.name, at: now };
  const activities = changes.flatMap(({ detection, triage }) =>
    activitiesOf(detection, { triage, ...(comment !== undefined && { comment }) }, who),
  );
  await insertActivities(db, actor.tenantId, activities);
  const rows = changes.map(({ detection: { id, version }, triage }) => ({
    id,
    version,
    status: detectionStatuses.indexOf(triage.status),
    disposition: dispositions.indexOf(triage.disposition),
    assignee: triage.assignee,
    reason: triage.reason,
  }));
  await updateRows(db, actor.tenantId, rows, now);
}
