import { isJsonObject, type JsonObject, remember, type Scalar } from "../../std/index.ts";
import { carriedRecord } from "../carried.ts";
import { at, jsonText, withComputed, type Computed } from "../computed.ts";
import type { Fields } from "../fields.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";
import { azureActivity } from "./azureActivity.ts";
import { cloudTrail } from "./cloudTrail.ts";
import { entraAudit } from "./entraAudit.ts";
import { entraRisk } from "./entraRisk.ts";
import { entraSignIn } from "./entraSignIn.ts";
import { gcpAudit } from "./gcpAudit.ts";
import { githubAudit } from "./githubAudit.ts";
import { googleWorkspace } from "./googleWorkspace.ts";
import { kubernetesAudit } from "./kubernetesAudit.ts";
import { m365Audit } from "./m365Audit.ts";
import { okta } from "./okta.ts";

/** Where an integration of Elastic's puts what the vendor's record has. */
interface Moved {
  /** The object that has the rest of it, by the vendor's names or those names in snake case. */
  readonly home: string;
  readonly isSnake?: boolean;
  /** What went elsewhere: the vendor's name, or what it begins with if it ends in a dot. */
  readonly names?: Readonly<Record<string, string>>;
  /** The vendor's names of objects and lists that rules look for words in. */
  readonly texts?: readonly string[];
}

const flattened = "aws.cloudtrail.flattened";
const auditDetails = "azure.auditlogs.properties";

/** Data set -> the vendor's shape. Source: the exported fields of Elastic's integrations. */
const dataSets: Readonly<Record<string, readonly [Shape, Moved]>> = {
  "aws.cloudtrail": [
    cloudTrail,
    {
      home: "aws.cloudtrail",
      isSnake: true,
      names: {
        eventName: "event.action",
        eventSource: "event.provider",
        eventID: "event.id",
        awsRegion: "cloud.region",
        sourceIPAddress: "source.address",
        userAgent: "user_agent.original",
        requestParameters: "aws.cloudtrail.request_parameters",
        "requestParameters.": `${flattened}.request_parameters.`,
        responseElements: "aws.cloudtrail.response_elements",
        "responseElements.": `${flattened}.response_elements.`,
        additionalEventData: "aws.cloudtrail.additional_eventdata",
        "additionalEventData.": `${flattened}.additional_eventdata.`,
        "userIdentity.userName": "user.name",
        "userIdentity.principalId": "user.id",
        "userIdentity.accountId": "cloud.account.id",
      },
    },
  ],
  "azure.signinlogs": [
    entraSignIn,
    {
      home: "azure.signinlogs",
      isSnake: true,
      names: { callerIpAddress: "source.ip", "properties.userAgent": "user_agent.original" },
    },
  ],
  "azure.auditlogs": [
    entraAudit,
    {
      home: "azure.auditlogs",
      isSnake: true,
      names: Object.fromEntries([
        ...["TargetResources", "properties.targetResources"].map((name) => [name, `${auditDetails}.target_resources`]),
        ...["InitiatedBy", "properties.initiatedBy"].map((name) => [name, `${auditDetails}.initiated_by`]),
      ]) as Readonly<Record<string, string>>,
      texts: ["TargetResources", "properties.targetResources", "InitiatedBy", "properties.initiatedBy"],
    },
  ],
  "azure.activitylogs": [
    azureActivity,
    {
      home: "azure.activitylogs",
      isSnake: true,
      names: {
        callerIpAddress: "source.ip",
        category: "azure.activitylogs.event_category",
        resourceId: "azure.resource.id",
      },
    },
  ],
  "azure.identity_protection": [entraRisk, { home: "azure.identityprotection", isSnake: true }],
  "gcp.audit": [
    gcpAudit,
    {
      home: "gcp.audit",
      isSnake: true,
      names: {
        "protoPayload.": "gcp.audit.",
        logName: "log.logger",
        "protoPayload.authenticationInfo.principalEmail": "client.user.email",
        "protoPayload.requestMetadata.callerIp": "source.ip",
      },
    },
  ],
  "google_workspace.admin": workspace("admin"),
  "google_workspace.login": workspace("login"),
  "github.audit": [
    githubAudit,
    { home: "github", isSnake: true, names: { action: "event.action", actor: "user.name", actor_ip: "client.ip" } },
  ],
  "kubernetes.audit_logs": [kubernetesAudit, { home: "kubernetes.audit" }],
  "o365.audit": [
    m365Audit,
    {
      home: "o365.audit",
      texts: ["Parameters", "OperationProperties", "ExtendedProperties", "ModifiedProperties"],
      names: {
        Operation: "event.action",
        Workload: "event.provider",
        UserId: "user.id",
        ClientIP: "client.address",
        Id: "event.id",
      },
    },
  ],
  "okta.system": [
    okta,
    {
      home: "okta",
      isSnake: true,
      names: { eventType: "event.action", "client.ipAddress": "source.ip", "outcome.result": "okta.outcome.result" },
    },
  ],
};

function workspace(application: string): readonly [Shape, Moved] {
  const origin = () => ({ product: "gcp", log: `google_workspace.${application}` });
  const home = `google_workspace.${application}`;
  const names = {
    "events.name": "event.action",
    "id.applicationName": "event.provider",
    setting_name: `${home}.setting.name`,
    new_value: `${home}.new_value`,
    old_value: `${home}.old_value`,
    "actor.email": "source.user.email",
    ipAddress: "source.ip",
  };
  return [
    { ...googleWorkspace, origin },
    { home, names },
  ];
}

/**
 * Records of clouds as Elastic Agent and Filebeat modules write them: the original, where `event.original` keeps it, else what the
 * integration made of it, by the names of the vendor's own shape.
 */
const shapes: ReadonlyMap<string, Shape> = new Map(
  Object.entries(dataSets).map(([dataSet, [vendor, moved]]) => [dataSet, shapeOf(vendor, moved)]),
);

/** The shape of a record that names a data set of these. */
export function elasticCloudShape(record: JsonObject): Shape | undefined {
  const { event } = record;
  const dataSet = (isJsonObject(event) ? event["dataset"] : undefined) ?? record["event.dataset"];
  return typeof dataSet === "string" ? shapes.get(dataSet) : undefined;
}

const plain = readerOf({});

function shapeOf(vendor: Shape, moved: Moved): Shape {
  const placesOfName = remember((name) => placesOf(name, moved));
  const known = [...Object.keys(moved.names ?? {}), ...(vendor.derivations ?? []).map(({ name }) => name)];
  const textAt = (record: JsonObject, name: string) =>
    placesOfName(name).flatMap((place) => jsonText(at(record, ...place.split("."))) ?? []);
  const texts: Computed = new Map((moved.texts ?? []).map((name) => [name, (record) => first(textAt(record, name))]));
  return {
    ...vendor,
    name: "elasticCloud",
    fits: () => false,
    read: (record) => withComputed(new MovedFields(plain(record), { placesOfName, known }), record, texts),
    carries: carriedRecord,
    time: [...vendor.time, "@timestamp"],
    sourceAddress: [...vendor.sourceAddress, "source.ip", "client.ip"],
  };
}

const first = ([text]: readonly string[]) => (text === undefined ? undefined : [text]);

/** Where what the vendor calls so may be, the surest first. */
function placesOf(name: string, { home, isSnake = false, names = {} }: Moved): readonly string[] {
  const spelled = (part: string) => (isSnake ? snakeCase(part) : part);
  const moved = Object.entries(names).flatMap(([from, to]) => {
    if (from === name) return [to];
    if (!from.endsWith(".") || !name.startsWith(from)) return [];
    const rest = name.slice(from.length);
    return [to + rest, to + spelled(rest)];
  });
  return [...moved, `${home}.${spelled(name)}`];
}

/** `userIdentity.accessKeyId` is `user_identity.access_key_id`. */
const snakeCase = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();

interface Vendor {
  readonly placesOfName: (name: string) => readonly string[];
  /** Names that rules ask for. */
  readonly known: readonly string[];
}

/** A class, as in `pathFields.ts`: closures for each event cost more. */
class MovedFields implements Fields {
  readonly #own: Fields;
  readonly #vendor: Vendor;

  constructor(own: Fields, vendor: Vendor) {
    this.#own = own;
    this.#vendor = vendor;
  }

  field(name: string): readonly Scalar[] | undefined {
    const own = this.#own.field(name);
    if (own !== undefined) return own;
    for (const place of this.#vendor.placesOfName(name)) {
      const values = this.#own.field(place);
      if (values !== undefined) return values;
    }
    return undefined;
  }

  /** What the vendor calls the same is there as well, as far as it is known here. */
  names(): readonly string[] {
    return [...new Set([...this.#own.names(), ...this.#vendor.known.filter((name) => this.field(name) !== undefined)])];
  }

  eachValue(visit: (value: Scalar) => void): void {
    this.#own.eachValue(visit);
  }

  isParent(name: string): boolean {
    return this.#own.isParent(name) || this.#vendor.placesOfName(name).some((place) => this.#own.isParent(place));
  }
}
