import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

/** The authentication log of Cisco Duo, as its Admin API gives it. */
export const duo: Shape = {
  name: "duo",
  keys: ["txid"],
  fits: (record) =>
    record["event_type"] !== undefined && record["txid"] !== undefined && record["access_device"] !== undefined,
  read: readerOf({}),
  origin: () => ({ product: "cisco", log: "cisco duo" }),
  time: ["isotimestamp", "timestamp", "@timestamp"],
  host: ["access_device.hostname"],
  user: (fields) => firstName(fields, ["user.name", "email"]),
  sourceAddress: ["access_device.ip"],
};
