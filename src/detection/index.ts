export { type Activity, findActivities } from "./activity.ts";
export { type Detection, detectedAt } from "./detection.ts";
export type { EventFilter } from "./eventFilter.ts";
export { type EventField, eventFields } from "./eventFields.ts";
export { type TimeOrigin, timeOrigins } from "./eventTime.ts";
export { createFeed, type Feed, type FeedOptions } from "./feed/feed.ts";
export { endOfFeed, followDetections, type FollowRooms } from "./feed/followDetections.ts";
export { type FeedRooms, type IngestedPage, type IngestedQuery, listIngested } from "./feed/listIngested.ts";
export { draftFilter, type FilterDraftResult } from "./draftFilter.ts";
export type { DetectionFilter } from "./filter.ts";
export type { CausedDetection, IncomingRecord, IngestResult, Rejection } from "./incoming.ts";
export {
  type Admission,
  type AdmissionLimits,
  createAdmission,
  Overload,
  type Sender,
  type Ticket,
} from "./admission.ts";
export { ingestClaimed, ingestEvents, type IngestOptions, type Pipeline } from "./ingestEvents.ts";
export { ingestOnce, longestRequestKey, type OnceResult, RequestKeyReused } from "./ingestOnce.ts";
export { keepLedger } from "./keepLedger.ts";
export { maxListedDetections } from "./writing/storeRequests.ts";
export { type Commit, createWriter, type Writer } from "./writing/writer.ts";
export { WritingFailure } from "./writing/writingFailure.ts";
export { isPassing } from "../store/index.ts";
export { MatchingFailure } from "../matching/index.ts";
export { type Outage, outageOf, outageTexts } from "../store/index.ts";
export { severities } from "../rules/index.ts";
export { type Count, countDetections } from "./countDetections.ts";
export { type DetectionQuery, findDetections, findDetectionsOfEvents, listDetections } from "./listDetections.ts";
export { type EventQuery, listEvents, maxPassedEvents } from "./listEvents.ts";
export type { KeptEvidence } from "./keptEvidence.ts";
export { type DetectionOrder, detectionOrders, isPlace, placeOf } from "./order.ts";
export type { Page, PageRequest } from "./page.ts";
export type { DetectionPatch } from "./patch.ts";
export { type DeclaredLogsource, declaration, pinRecords } from "./pinRecords.ts";
export { type Relation, relatedDetections, type RelatedRequest } from "./relatedDetections.ts";
export { detectionStats, type DetectionStats, type StatsQuery, type StatsRooms } from "./stats/detectionStats.ts";
export type { Counts, Logsource } from "./stats/foldRules.ts";
export { type Histogram, type Series, type Slot, type Split } from "./stats/histogram.ts";
export { fittingInterval, type Interval, slotCount, type Span } from "./stats/slots.ts";
export { readZone, utc } from "./stats/zone.ts";
export { type ListedRuleFilter, listRules, type RankedRules, type RuleOrder, type RuleQuery } from "./listRules.ts";
export { fewestJudged, type FiguresRequest, lastFired, ruleFigures, type RuleFigures } from "./ruleFigures.ts";
export { type FilterPreview, previewFilter, type PreviewRequest } from "./previewFilter.ts";
export { maxTestResults, type RuleTest, type TestedEvent, type TestGround, testRule } from "./testRule.ts";
export { regradeDetections, regradeLimits, type Regrading } from "./regradeDetections.ts";
export { findEvents, readStoredEvent, type StoredEvent } from "./storedEvent.ts";
export {
  type ActivityKind,
  detectionStatuses,
  type DetectionStatus,
  type Disposition,
  dispositions,
} from "./triage.ts";
export { type DetectionRefusal, notFound, updateDetections, type UpdateResult } from "./updateDetections.ts";
export { countsOf, type MatchingResult, maxMatching, type UpdateCounts, updateMatching } from "./updateMatching.ts";
export { countDetectionsByAttack, type LayerRequest, makeLayer } from "./attackLayer.ts";
export { layerParameters, readLayerParameters } from "./layerParameters.ts";
export type { AttackCounts } from "./stats/attackCounts.ts";
