import type { z } from "zod";
import { type Detection, detectedAt, findActivities, findEvents, type Pipeline } from "../../detection/index.ts";
import type { detectionDetailSchema, detectionSchema } from "./detectionSchema.ts";

export type DetectionView = z.infer<typeof detectionSchema>;
export type DetectionDetail = z.infer<typeof detectionDetailSchema>;

/** Detections as REST clients see them: each with its rule as it is now. */
export async function viewDetections(
  { registry }: Pick<Pipeline, "registry">,
  tenantId: number,
  detections: readonly Detection[],
): Promise<DetectionView[]> {
  const known = await registry.book(tenantId);
  // One that another process has made a moment ago.
  const book = detections.every(({ ruleId }) => known.byId.has(ruleId)) ? known : await registry.refresh(tenantId);
  return detections.map((detection) => {
    const rule = book.byId.get(detection.ruleId);
    return {
      ...pick(detection),
      rule: { id: rule?.identity ?? "", title: rule?.title ?? "" },
      techniques: rule?.attack.techniques.map(({ id }) => id) ?? [],
      tactics: rule?.attack.tactics.map(({ shortName }) => shortName) ?? [],
    };
  });
}

const pick = (detection: Detection) => ({
  id: detection.id,
  sequence: String(detection.sequence),
  time: detection.time.toISOString(),
  detectedAt: detectedAt(detection).toISOString(),
  updatedAt: detection.updatedAt.toISOString(),
  version: detection.version,
  severity: detection.severity,
  status: detection.status,
  disposition: detection.disposition,
  assignee: detection.assignee,
  reason: detection.reason,
  isTest: detection.isTest,
  host: detection.host,
  user: detection.user,
  sourceAddress: detection.sourceAddress,
  evidence: detection.evidence.map(({ selection, field, value, pattern }) => ({
    selection,
    field: field ?? null,
    value: value ?? null,
    pattern,
  })),
  evidenceOmitted: detection.evidenceOmitted,
  eventId: detection.eventId,
});

/** One detection with its event's record and what was done to it. */
export async function viewDetail(rooms: Pipeline, tenantId: number, detection: Detection): Promise<DetectionDetail> {
  const [view] = await viewDetections(rooms, tenantId, [detection]);
  const [event] = await findEvents(rooms.database, tenantId, [detection.eventId]);
  const activities = await findActivities(rooms.database, tenantId, [detection.id]);
  return {
    ...(view as DetectionView),
    record: event?.record ?? null,
    activity: activities.map(({ at, actor, kind, old, new: value }) => ({
      at: at.toISOString(),
      actor,
      kind,
      old,
      new: value,
    })),
  };
}
