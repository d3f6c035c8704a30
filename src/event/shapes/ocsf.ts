import type { Json, JsonObject } from "../../std/index.ts";
import { at, objectsIn, textsAt, withComputed, type Computed } from "../computed.ts";
import { textOf, type Fields } from "../fields.ts";
import { joinedHashes } from "../hashes.ts";
import { account, firstName } from "../identity.ts";
import { cloudTrailNames, ocsfNamesByClass } from "../ocsfNames.ts";
import { alias } from "../otherNames.ts";
import { readerOf } from "../pathFields.ts";
import type { Origin, Shape } from "../shape.ts";

const plain = readerOf({});
const ofCloudTrail = readerOf({ homes: ["unmapped"], names: cloudTrailNames });
const readers = new Map(Array.from(ocsfNamesByClass, ([uid, names]) => [uid, readerOf({ names })]));

/** The file that a class is about. */
const filesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ["1001", ["file"]],
  ["1002", ["driver", "file"]],
  ["1005", ["module", "file"]],
  ["1007", ["process", "file"]],
]);

/** Names of hashes -> OCSF's `algorithm_id`. */
const algorithms = [
  ["md5", 1],
  ["sha1", 2],
  ["sha256", 3],
] as const;

const computed: Computed = new Map([
  ...textsAt("requestParameters", "responseElements", "additionalEventData"),
  ...algorithms.map(([name, id]) => [name, (record: JsonObject) => hashOf(record, id)] as const),
]);

/**
 * Events in the Open Cybersecurity Schema Framework. Their fields get the names of Sigma's categories; those of CloudTrail by way of
 * Security Lake, whatever class they are in, CloudTrail's.
 *
 * @see OCSF schema, versions 1.0 to 1.6
 */
export const ocsf: Shape = {
  name: "ocsf",
  keys: ["class_uid"],
  fits: (record) =>
    record["class_uid"] !== undefined && (record["metadata"] !== undefined || record["category_uid"] !== undefined),
  read: (record) => withComputed(readerFor(record)(record), record, computed),
  origin,
  derivations: [
    { name: "User", value: user },
    { name: "TargetObject", value: registryValue },
    { name: "Initiated", value: (fields) => initiated.get(textOf(fields, "connection_info.direction_id") ?? "") },
    alias("src_ip", "src_endpoint.ip"),
    alias("src_port", "src_endpoint.port"),
    alias("dst_ip", "dst_endpoint.ip"),
    alias("dst_port", "dst_endpoint.port"),
    alias("query", "query.hostname"),
    alias("answer", "answers.rdata"),
    alias("cs-user-agent", "http_request.user_agent"),
    { name: "Hashes", value: joinedHashes },
  ],
  time: ["time_dt", "time", "start_time", "metadata.original_time", "metadata.logged_time"],
  host: ["device.hostname", "device.name"],
  user,
  sourceAddress: ["src_endpoint.ip"],
};

const isOfCloudTrail = (product: Json | undefined): boolean =>
  typeof product === "string" && /\bcloudtrail\b/i.test(product);

const classOf = ({ class_uid: uid }: JsonObject): string =>
  typeof uid === "number" || typeof uid === "string" ? String(uid) : "";

const readerFor = (record: JsonObject) =>
  isOfCloudTrail(at(record, "metadata", "product", "name")) ? ofCloudTrail : (readers.get(classOf(record)) ?? plain);

/** Systems as OCSF counts and names them -> products of Sigma. */
const products = new Map([
  ["100", "windows"],
  ["200", "linux"],
  ["300", "macos"],
  ["windows", "windows"],
  ["linux", "linux"],
  ["macos", "macos"],
]);

/** The class is the log, the activity its code; what a device tells is of the product that its system is. */
function origin(fields: Fields): Origin {
  if (isOfCloudTrail(textOf(fields, "metadata.product.name"))) return { log: "aws.cloudtrail" };
  const systems = ["device.os.type_id", "device.os.type"].map((name) => textOf(fields, name)?.toLowerCase() ?? "");
  const product = systems.map((system) => products.get(system)).find((each) => each !== undefined);
  const uid = textOf(fields, "class_uid") ?? "";
  const log = product === undefined ? `ocsf.${uid}` : `ocsf.${product}.${uid}`;
  return { product, log, code: textOf(fields, "activity_id") };
}

const initiated = new Map([
  ["1", "false"],
  ["2", "true"],
]);

/** The key with the name of the value. */
function registryValue(fields: Fields): string | undefined {
  const [key, name] = [textOf(fields, "reg_value.path"), textOf(fields, "reg_value.name")];
  return key === undefined || name === undefined ? key : `${key}\\${name}`;
}

function user(fields: Fields): string | undefined {
  return (
    account(fields, "actor.user.domain", "actor.user.name") ??
    account(fields, "process.user.domain", "process.user.name") ??
    account(fields, "user.domain", "user.name") ??
    firstName(fields, ["actor.user.email_addr", "actor.user.uid", "user.email_addr", "user.uid"])
  );
}

function hashOf(record: JsonObject, algorithm: number): readonly string[] | undefined {
  const file = at(record, ...(filesOf.get(classOf(record)) ?? ["file"]));
  const hashes = ["hashes", "fingerprints"].flatMap((key) => objectsIn(at({ file: file ?? null }, "file", key)));
  const value = hashes.find((each) => each["algorithm_id"] === algorithm)?.["value"];
  return typeof value === "string" ? [value] : undefined;
}
