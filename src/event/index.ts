export type { Classification, Event } from "./event.ts";
export type { Json, JsonObject, Scalar } from "../std/index.ts";
export { defaultLimits, type Limits } from "./limits.ts";
export { logsources, type LogsourceRow } from "./logsources.ts";
export { normalise } from "./normalise.ts";
export { parseTime } from "./parseTime.ts";
export { readObject, readRecord, type Place, type RecordProblem, type RecordReading } from "./readRecord.ts";
export { shapeOverLimit } from "./limits.ts";
