import type { Actor } from "../access/index.ts";
import {
  type Database,
  inTransaction,
  insertActivities,
  newUuid,
  type Queryable,
  selectActivities,
  selectDetectionsById,
  updateDetections as updateRows,
} from "../store/index.ts";
import { type Detection, readDetection } from "./detection.ts";
import { type DetectionStatus, type Disposition, detectionStatuses, dispositions } from "./triage.ts";

/** What is to become of detections. What is absent stays. */
export interface DetectionPatch {
  readonly status?: DetectionStatus;
  readonly disposition?: Disposition;
  readonly comment?: string;
}

/** One thing that was done to a detection. */
export interface Activity {
  readonly id: string;
  readonly detectionId: string;
  readonly at: Date;
  /** The name of the key that did it. */
  readonly actor: string;
  readonly kind: "STATUS" | "DISPOSITION" | "COMMENT";
  readonly old: string | null;
  /** The new value, or the comment. */
  readonly new: string | null;
}

/** Why a detection was left as it is. */
export interface DetectionRefusal {
  readonly id: string;
  readonly code: "NOT_FOUND" | "CONFLICT" | "NEEDS_DISPOSITION";
  readonly message: string;
}

export interface UpdateResult {
  readonly changed: readonly Detection[];
  /** Already so. */
  readonly unchanged: readonly Detection[];
  readonly refused: readonly DetectionRefusal[];
}

interface Update {
  readonly ids: readonly string[];
  readonly patch: DetectionPatch;
  /** The version that the change was decided on; a detection that has moved on is refused. */
  readonly expectedVersion?: number;
}

/** Sets status and disposition of detections, and writes who did. Closing one needs a disposition. */
export async function updateDetections(
  { pool }: Database,
  actor: Actor,
  { ids, patch, expectedVersion }: Update,
  now: Date,
): Promise<UpdateResult> {
  const { tenantId } = actor;
  return await inTransaction(pool, async (db) => {
    const found = (await selectDetectionsById(db, tenantId, ids, true)).map(readDetection);
    const known = new Set(found.map(({ id }) => id));
    const missing = ids
      .filter((id) => !known.has(id))
      .map((id) => refusal(id, "NOT_FOUND", "there is no such detection"));
    const judged = found.map((detection) => ({ detection, verdict: judge(detection, patch, expectedVersion) }));
    const having = (verdict: Verdict) =>
      judged.filter((one) => one.verdict === verdict).map(({ detection }) => detection);
    const { changed, lost } = await apply(db, actor, { detections: having("change"), patch, now });
    return {
      changed,
      unchanged: having("same"),
      refused: [
        ...missing,
        ...having("NEEDS_DISPOSITION").map(({ id }) =>
          refusal(id, "NEEDS_DISPOSITION", "closing a detection needs a disposition other than UNDETERMINED"),
        ),
        ...[...having("CONFLICT"), ...lost].map(({ id, version }) =>
          refusal(id, "CONFLICT", `the detection has changed (it was read at version ${version}): read it again`),
        ),
      ],
    };
  });
}

type Verdict = "change" | "same" | "CONFLICT" | "NEEDS_DISPOSITION";

const refusal = (id: string, code: DetectionRefusal["code"], message: string): DetectionRefusal => ({
  id,
  code,
  message,
});

function judge(detection: Detection, patch: DetectionPatch, expectedVersion: number | undefined): Verdict {
  if (expectedVersion !== undefined && expectedVersion !== detection.version) return "CONFLICT";
  const { status, disposition } = { ...detection, ...patch };
  if (status === "CLOSED" && disposition === "UNDETERMINED") return "NEEDS_DISPOSITION";
  const same = status === detection.status && disposition === detection.disposition && patch.comment === undefined;
  return same ? "same" : "change";
}

interface Application {
  readonly detections: readonly Detection[];
  readonly patch: DetectionPatch;
  readonly now: Date;
}

async function apply(db: Queryable, actor: Actor, { detections, patch, now }: Application) {
  if (detections.length === 0) return { changed: [], lost: [] };
  const { tenantId } = actor;
  const changes = detections.map((detection) => {
    const { id, version, status, disposition } = { ...detection, ...patch };
    return { id, version, status: detectionStatuses.indexOf(status), disposition: dispositions.indexOf(disposition) };
  });
  const applied = await updateRows(db, tenantId, changes, now);
  const before = detections.filter(({ id }) => applied.has(id));
  await insertActivities(
    db,
    tenantId,
    before.flatMap((detection) => activitiesOf(detection, patch, { actor: actor.name, at: now })),
  );
  const changed = (await selectDetectionsById(db, tenantId, [...applied])).map(readDetection);
  return { changed, lost: detections.filter(({ id }) => !applied.has(id)) };
}

function activitiesOf(detection: Detection, patch: DetectionPatch, who: Pick<Activity, "actor" | "at">): Activity[] {
  const activity = (kind: Activity["kind"], old: string | null, value: string | undefined): Activity[] =>
    value === undefined || value === old
      ? []
      : [{ id: newUuid(who.at.getTime()), detectionId: detection.id, ...who, kind, old, new: value }];
  return [
    ...activity("STATUS", detection.status, patch.status),
    ...activity("DISPOSITION", detection.disposition, patch.disposition),
    ...activity("COMMENT", null, patch.comment),
  ];
}

/** What was done to some detections, oldest first. */
export async function findActivities(
  { pool }: Database,
  tenantId: number,
  detectionIds: readonly string[],
): Promise<Activity[]> {
  return await selectActivities(pool, tenantId, detectionIds);
}
