export type { Database } from "./connect.ts";
export type { Prisma } from "./generated/client.ts";
export { isCancelled } from "./isCancelled.ts";
export { keepDays, type Keeper } from "./keepDays.ts";
export { keepRollups, type RollupKeeper } from "./keepRollups.ts";
export { listen, type Listener } from "./listen.ts";
export { newUuid } from "./newUuid.ts";
export { type Outage, outageOf, outageTexts } from "./outage.ts";
export { openDatabase, type OpenDatabaseOptions, type OpenedDatabase } from "./openDatabase.ts";
export { inSnapshot, inTransaction, planForValues, plannedForValues, type Queryable } from "./queryable.ts";
export { findOutage } from "./readiness.ts";
export type { Retention } from "./retention/retention.ts";
export { retryWithPartitions } from "./retryWithPartitions.ts";
export { rollUp, type RollUpOptions } from "./rollUp.ts";
export { coverSlots, type SlottedPiece } from "./rollups/coverSlots.ts";
export { type CountKey, type EntityKind, entityMinutes, rollups } from "./rollups/rollupTables.ts";
export { changeRules, rulesChannel, type RuleTransaction } from "./ruleChanges.ts";
export { addEventKindFields, type EventKindFieldRow } from "./statements/addEventKindFields.ts";
export { addEventKinds, type EventKindRow } from "./statements/addEventKinds.ts";
export { claimClientIds, type ClientIdRow } from "./statements/claimClientIds.ts";
export { claimRequests, type RequestClaim } from "./statements/claimRequests.ts";
export { countDetections } from "./statements/countDetections.ts";
export { type DetectionPredicate, maxFutureMs, type TextColumn } from "./statements/detectionPredicate.ts";
export { deleteAnswers } from "./statements/deleteAnswers.ts";
export { countDetectionsOfRules, type RuleCountRow, type RuleCounts } from "./statements/countDetectionsOfRules.ts";
export type { DetectionRow } from "./statements/detectionRow.ts";
export { type DetectionWindow, planOf } from "./statements/detectionWindow.ts";
export type { EventCondition, EventTextColumn } from "./statements/eventCondition.ts";
export type { EventWalk } from "./statements/eventWalk.ts";
export { type ActivityRow, insertActivities } from "./statements/insertActivities.ts";
export { insertDetections, type NewDetectionRow } from "./statements/insertDetections.ts";
export { type EventRow, insertEvents } from "./statements/insertEvents.ts";
export { keepAnswers } from "./statements/keepAnswers.ts";
export { oldestEvent } from "./statements/oldestEvent.ts";
export { detectionsChannel, notifyDetections } from "./statements/notifyDetections.ts";
export { oldestDetection } from "./statements/oldestDetection.ts";
export { selectActivities } from "./statements/selectActivities.ts";
export { selectChangeWalkEnd } from "./statements/selectChangeWalkEnd.ts";
export { selectDetectionIds } from "./statements/selectDetectionIds.ts";
export { selectDetectionRows, selectDetections } from "./statements/selectDetections.ts";
export { type DetectionVersion, selectDetectionVersions } from "./statements/selectDetectionVersions.ts";
export { type ChangeWalk, selectDetectionsByChange } from "./statements/selectDetectionsByChange.ts";
export { selectDetectionsBySequence, type SequenceWalk } from "./statements/selectDetectionsBySequence.ts";
export { selectDetectionsById } from "./statements/selectDetectionsById.ts";
export { selectDetectionsOfEvents } from "./statements/selectDetectionsOfEvents.ts";
export { selectEventKindFields } from "./statements/selectEventKindFields.ts";
export { type EventKindSum, selectEventKinds } from "./statements/selectEventKinds.ts";
export { selectAnswer } from "./statements/selectAnswer.ts";
export { selectStoredEvents } from "./statements/selectStoredEvents.ts";
export { selectEventPage } from "./statements/selectEventPage.ts";
export { selectEventWalkEnd } from "./statements/selectEventWalkEnd.ts";
export { selectEvents } from "./statements/selectEvents.ts";
export { type KeyRow, selectKeys } from "./statements/selectKeys.ts";
export { selectLastSequence } from "./statements/selectLastSequence.ts";
export { selectLastSequences } from "./statements/selectLastSequences.ts";
export {
  type RelatedColumn,
  type RelatedQuestion,
  selectRelatedDetections,
} from "./statements/selectRelatedDetections.ts";
export { type LiveQuestion, selectLiveCounts } from "./statements/selectLiveCounts.ts";
export { selectLiveEntities } from "./statements/selectLiveEntities.ts";
export { selectNewestOfRules } from "./statements/selectNewestOfRules.ts";
export { type EventWindow, selectRecentEvents } from "./statements/selectRecentEvents.ts";
export { selectPipelines } from "./statements/selectPipelines.ts";
export {
  type CountCondition,
  type CountRow,
  type RollupQuestion,
  selectRollupCounts,
} from "./statements/selectRollupCounts.ts";
export { type EntityCount, selectRollupEntities } from "./statements/selectRollupEntities.ts";
export { type RollupProgress, selectRollupProgress } from "./statements/selectRollupProgress.ts";
export { type RuleRow, selectRules } from "./statements/selectRules.ts";
export { selectRulesVersions } from "./statements/selectRulesVersions.ts";
export { selectTriageTimes, type TriageTimes } from "./statements/selectTriageTimes.ts";
export { selectValueLists } from "./statements/selectValueLists.ts";
export { selectWholeWindow } from "./statements/selectWholeWindow.ts";
export { selectWalkEnd } from "./statements/selectWalkEnd.ts";
export { type DetectionChange, updateDetections } from "./statements/updateDetections.ts";
export { isDataError, isPassing, isUniqueViolation } from "./sqlState.ts";
export { lockRegradable, type RegradableQuery, type RegradableRow } from "./statements/lockRegradable.ts";
export { type SeverityChange, updateSeverities } from "./statements/updateSeverities.ts";
export { StoreFailure } from "./storeFailure.ts";
export { fewDaysAhead, type Upkeep } from "./upkeep.ts";
export { UnknownCommit } from "./unknownCommit.ts";
export { detectionId, idsOfEvent, uuidFloor, uuidTimeMs } from "./uuid.ts";
