import { isJsonObject, type JsonObject } from "../../std/index.ts";
import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";
import { webDerivations } from "../web/webFields.ts";

const eventOf = (record: JsonObject): JsonObject => (isJsonObject(record["event"]) ? record["event"] : record);

const names = [
  ["url", "c-uri"],
  ["requestmethod", "cs-method"],
  ["useragent", "c-useragent"],
  ["ClientIP", "c-ip"],
  ["clientip", "c-ip"],
  ["cip", "c-ip"],
  ["status", "sc-status"],
  ["refererURL", "cs-referer"],
  ["serverip", "dst_ip"],
  ["hostname", "cs-host"],
  ["host", "cs-host"],
  ["user", "cs-username"],
] as const;

/** The web log of Zscaler's Nanolog Streaming Service in JSON, bare or in the envelope of Splunk's collector. */
export const zscaler: Shape = {
  name: "zscaler",
  keys: ["vendor", "event"],
  fits: (record) => {
    const event = eventOf(record);
    return event["vendor"] === "Zscaler" && event["url"] !== undefined;
  },
  read: readerOf({ homes: ["event"], names }),
  origin: () => ({ log: "proxy access" }),
  derivations: webDerivations,
  time: ["epochtime", "datetime", "time", "@timestamp"],
  host: ["devicehostname", "cs-host"],
  user: (fields) => firstName(fields, ["cs-username"]),
  sourceAddress: ["c-ip"],
};
