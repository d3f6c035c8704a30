import type { Json, JsonObject } from "../../std/index.ts";
import { at, jsonText, objectsIn, textsAt, withComputed, type Computed } from "../computed.ts";
import { firstName } from "../identity.ts";
import { alias } from "../otherNames.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

const plain = readerOf({});

/** Parts of what was asked for, as text: rules ask whether a pod wants them at all. */
const computed: Computed = new Map([
  ...textsAt("requestObject", "responseObject", "annotations"),
  ["hostPath", (record) => partsText(volumesOf(record), (volume) => volume["hostPath"])],
  [
    "capabilities",
    (record) => partsText(containersOf(record), (container) => at(container, "securityContext", "capabilities")),
  ],
]);

/**
 * An event of the Kubernetes audit log; in a list of them they have no `kind` of their own.
 *
 * @see Kubernetes, "kube-apiserver Audit Configuration (v1)"
 */
export const kubernetesAudit: Shape = {
  name: "kubernetesAudit",
  keys: ["auditID"],
  fits: (record) =>
    record["auditID"] !== undefined && typeof record["verb"] === "string" && typeof record["stage"] === "string",
  read: (record) => withComputed(plain(record), record, computed),
  origin: () => ({ log: "kubernetes.audit" }),
  derivations: [
    alias("apiGroup", "objectRef.apiGroup"),
    alias("namespace", "objectRef.namespace"),
    alias("resource", "objectRef.resource"),
    alias("username", "user.username"),
  ],
  time: ["requestReceivedTimestamp", "stageTimestamp", "timestamp", "@timestamp"],
  host: [],
  user: (fields) => firstName(fields, ["impersonatedUser.username", "user.username"]),
  sourceAddress: ["sourceIPs"],
};

/** The specification of a pod: of the object itself, or of the template in a deployment, a job or a cron job. */
function podsOf(record: JsonObject): readonly JsonObject[] {
  const spec = ["requestObject", "spec"];
  const places = [[], ["template", "spec"], ["jobTemplate", "spec", "template", "spec"]];
  return objectsIn(places.map((place) => at(record, ...spec, ...place)).filter((each) => each !== undefined));
}

const volumesOf = (record: JsonObject) => podsOf(record).flatMap((pod) => objectsIn(pod["volumes"]));

const containersOf = (record: JsonObject) =>
  podsOf(record).flatMap((pod) => ["containers", "initContainers"].flatMap((key) => objectsIn(pod[key])));

function partsText(objects: readonly JsonObject[], part: (object: JsonObject) => Json | undefined) {
  const texts = objects.flatMap((object) => jsonText(part(object)) ?? []);
  return texts.length === 0 ? undefined : texts;
}
