export { type Activity, findActivities } from "./activity.ts";
export { type Detection } from "./detection.ts";
export type { EventFilter } from "./eventFilter.ts";
export { type EventField, eventFields } from "./eventFields.ts";
export { type TimeOrigin, timeOrigins } from "./eventTime.ts";
export type { DetectionFilter } from "./filter.ts";
export type { CausedDetection, IncomingRecord, IngestResult, Rejection } from "./incoming.ts";
export { ingestEvents, maxListedDetections, type Pipeline } from "./ingestEvents.ts";
export { MatchingFailure } from "../matching/index.ts";
export {
  type Count,
  countDetections,
  type DetectionQuery,
  findDetections,
  findDetectionsOfEvents,
  listDetections,
} from "./listDetections.ts";
export { type EventQuery, listEvents, maxPassedEvents } from "./listEvents.ts";
export type { KeptEvidence } from "./keptEvidence.ts";
export { type DetectionOrder, detectionOrders, isPlace, placeOf } from "./order.ts";
export type { Page, PageRequest } from "./page.ts";
export type { DetectionPatch } from "./patch.ts";
export { type DeclaredLogsource, declaration, pinRecords } from "./pinRecords.ts";
export { type Relation, relatedDetections, type RelatedRequest } from "./relatedDetections.ts";
export { findEvents, readStoredEvent, type StoredEvent } from "./storedEvent.ts";
export { activityKinds, detectionStatuses, type DetectionStatus, type Disposition, dispositions } from "./triage.ts";
export { type DetectionRefusal, notFound, updateDetections, type UpdateResult } from "./updateDetections.ts";
export { countsOf, type MatchingResult, maxMatching, type UpdateCounts, updateMatching } from "./updateMatching.ts";
