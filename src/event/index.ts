export { joinKeyOf } from "./audit/joinKey.ts";
export { joinedKey } from "./audit/readAudit.ts";
export { isDeliverable, whyUndeliverable, type Wanted } from "./deliverable.ts";
export type { Classification, Event } from "./event.ts";
export type { Fields } from "./fields.ts";
export type { Json, JsonObject, Scalar } from "../std/index.ts";
export { defaultLimits, type Limits } from "./limits.ts";
export type { LogsourceRow } from "./logsourceRow.ts";
export { logsources } from "./logsources.ts";
export { normalise } from "./normalise.ts";
export { parseTime } from "./parseTime.ts";
export { readEvents, readLarge, readParsed, type EventReading } from "./readEvents.ts";
export { readObject, readRecord, type Place, type RecordProblem, type RecordReading } from "./readRecord.ts";
export { shapeOverLimit, textOverLimit } from "./limits.ts";
export { type EventKind, kindKey, kindName } from "./eventKind.ts";
export {
  addField,
  countable,
  type Countable,
  emptyTally,
  everyEvent,
  type FieldTally,
  type KindTally,
  sparsely,
  sampledFirst,
  sampleInterval,
  type Sampling,
  tallyEvent,
  tallyLimits,
} from "./fieldTally.ts";
