import { isJsonObject, type JsonObject } from "../../std/index.ts";
import { withComputed, textsAt } from "../computed.ts";
import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

const plain = readerOf({});
const inDetail = readerOf({ homes: ["detail"] });
const texts = textsAt("debugContext.debugData.behaviors", "debugContext.debugData.logOnlySecurityData");

/**
 * An event of Okta's system log under its own names; also inside an event of EventBridge, in `detail`.
 *
 * @see Okta, System Log API, "LogEvent object"
 */
export const okta: Shape = {
  name: "okta",
  keys: ["eventType", "detail"],
  fits: (record) => isLogEvent(record) || isLogEvent(record["detail"]),
  read: (record) => {
    const { detail } = record;
    return isLogEvent(detail)
      ? withComputed(inDetail(record), detail, texts)
      : withComputed(plain(record), record, texts);
  },
  origin: () => ({ log: "okta" }),
  time: ["published", "@timestamp"],
  host: [],
  user: (fields) => firstName(fields, ["actor.alternateId", "actor.displayName", "actor.id"]),
  sourceAddress: ["client.ipAddress", "request.ipChain.ip"],
};

function isLogEvent(record: JsonObject[string] | undefined): record is JsonObject {
  if (!isJsonObject(record) || typeof record["eventType"] !== "string") return false;
  return record["published"] !== undefined && (isJsonObject(record["actor"]) || isJsonObject(record["outcome"]));
}
