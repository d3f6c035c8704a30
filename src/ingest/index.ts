export { decodeBody, decodeRecords, type BodyHeaders } from "./decode.ts";
export type { Decoded, DecodedRecord, Refusal, Rejection } from "./decoded.ts";
export { decodeStream } from "./decodeStream.ts";
export { defaultRequestLimits, type RequestLimits } from "./requestLimits.ts";
