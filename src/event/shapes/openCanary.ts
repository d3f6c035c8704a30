import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

/** OpenCanary, a honeypot: its log in JSON. */
export const openCanary: Shape = {
  name: "openCanary",
  keys: ["logtype"],
  fits: (record) =>
    record["logtype"] !== undefined && record["node_id"] !== undefined && record["logdata"] !== undefined,
  read: readerOf({}),
  origin: () => ({ product: "opencanary", log: "opencanary" }),
  time: ["utc_time", "@timestamp", "local_time_adjusted", "local_time"],
  host: ["node_id"],
  user: (fields) => firstName(fields, ["logdata.USERNAME", "logdata.USER"]),
  sourceAddress: ["src_host"],
};
