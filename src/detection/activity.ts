import { bug } from "../std/index.ts";
import { type Database, newUuid, selectActivities } from "../store/index.ts";
import type { Detection } from "./detection.ts";
import type { DetectionPatch, Triage } from "./patch.ts";
import { type ActivityKind, activityKinds } from "./triage.ts";

/** One thing that was done to a detection. */
export interface Activity {
  readonly id: string;
  readonly detectionId: string;
  readonly at: Date;
  /** The name of the key that did it. */
  readonly actor: string;
  readonly kind: ActivityKind;
  readonly old: string | null;
  /** The new value, or the comment. */
  readonly new: string | null;
}

/** What a change is recorded as: an activity for each thing that is another than before, and one for the comment. */
export function activitiesOf(
  before: Detection,
  { triage, comment }: { readonly triage: Triage } & Pick<DetectionPatch, "comment">,
  who: Pick<Activity, "actor" | "at">,
): Activity[] {
  const activity = (kind: ActivityKind, old: string | null, value: string | null): Activity[] =>
    value === old ? [] : [{ id: newUuid(who.at.getTime()), detectionId: before.id, ...who, kind, old, new: value }];
  return [
    ...activity("STATUS", before.status, triage.status),
    ...activity("DISPOSITION", before.disposition, triage.disposition),
    ...activity("ASSIGNEE", before.assignee, triage.assignee),
    ...activity("REASON", before.reason, triage.reason),
    ...activity("COMMENT", null, comment ?? null),
  ];
}

/** What was done to some detections, oldest first. */
export async function findActivities(
  { pool }: Database,
  tenantId: number,
  detectionIds: readonly string[],
): Promise<Activity[]> {
  const rows = await selectActivities(pool, tenantId, detectionIds);
  return rows.map((row) => ({
    ...row,
    kind: activityKinds.find((kind) => kind === row.kind) ?? bug(`an activity of kind ${row.kind}`),
  }));
}
