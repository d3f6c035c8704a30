import { isJsonObject, type JsonObject } from "../../std/index.ts";
import { textsAt, withComputed } from "../computed.ts";
import { textOf, type Fields } from "../fields.ts";
import { firstName } from "../identity.ts";
import { alias } from "../otherNames.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

const plain = readerOf({});
const inDetail = readerOf({ homes: ["detail"] });

/** Rules look for words in what was asked for and answered, whatever its parameters are. */
const texts = textsAt("requestParameters", "responseElements", "additionalEventData", "serviceEventDetails");

/**
 * A record of AWS CloudTrail under its own names; also inside an event of EventBridge, in `detail`.
 *
 * @see AWS CloudTrail user guide, "CloudTrail record contents"
 */
export const cloudTrail: Shape = {
  name: "cloudTrail",
  keys: ["eventSource", "detail"],
  fits: (record) => isTrail(record) || isTrail(record["detail"]),
  read,
  origin: () => ({ log: "aws.cloudtrail" }),
  derivations: [
    alias("src_ip", "sourceIPAddress"),
    alias("src_country", "source.geo.country_iso_code"),
    { name: "status", value: status },
  ],
  time: ["eventTime", "time", "@timestamp"],
  host: [],
  user: (fields) =>
    firstName(fields, [
      "userIdentity.arn",
      "userIdentity.userName",
      "userIdentity.principalId",
      "userIdentity.invokedBy",
      "userIdentity.type",
    ]),
  sourceAddress: ["sourceIPAddress"],
};

/** An S3 notification has an `eventSource` too, `aws:s3`. */
function isTrail(record: JsonObject[string] | undefined): record is JsonObject {
  if (!isJsonObject(record)) return false;
  const { eventSource } = record;
  if (typeof eventSource !== "string" || typeof record["eventName"] !== "string") return false;
  const isOfAws = ["awsRegion", "userIdentity", "eventVersion"].some((key) => record[key] !== undefined);
  return isOfAws && !eventSource.startsWith("aws:");
}

function read(record: JsonObject): Fields {
  const { detail } = record;
  return isTrail(detail) ? withComputed(inDetail(record), detail, texts) : withComputed(plain(record), record, texts);
}

/** What was refused has an error. */
function status(fields: Fields): string {
  return textOf(fields, "errorCode") === undefined ? "success" : "failure";
}
