import { defaultLimits, type Limits } from "../event/index.ts";

/** How large a request may be, and each record in it. */
export interface RequestLimits {
  readonly record: Limits;
  /** Bytes after decompression. */
  readonly unpackedBytes: number;
  readonly events: number;
}

/** ARCHITECTURE.md, `POST /v1/events`. */
export const defaultRequestLimits: RequestLimits = {
  record: defaultLimits,
  unpackedBytes: 64 * 1024 * 1024,
  events: 10_000,
};
