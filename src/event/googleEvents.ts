import type { Json, JsonObject, Scalar } from "../std/index.ts";
import { objectsIn, type Computed } from "./computed.ts";
import type { Derivation } from "./derivation.ts";
import { textOf } from "./fields.ts";
import { alias } from "./otherNames.ts";

/**
 * Parameters of the events of Google Workspace, which have their names in values: `{"name": "SETTING_NAME", "value": ".."}` is
 * `setting_name`. Only those that rules ask for by their own name.
 *
 * @see Google, Admin SDK Reports API, "Activities"
 */
const parameters = [
  "setting_name",
  "new_value",
  "old_value",
  "application_name",
  "user_email",
  "group_email",
  "role_name",
  "privilege_name",
  "domain_name",
  "org_unit_name",
  "login_type",
  "is_suspicious",
];

/** @param events the record's events, each with a list of parameters under this key */
export function parametersOf(events: (record: JsonObject) => Json | undefined, key: string): Computed {
  return new Map(parameters.map((name) => [name, (record) => valuesOf(objectsIn(events(record)), key, name)]));
}

function valuesOf(events: readonly JsonObject[], key: string, name: string): readonly Scalar[] | undefined {
  const named = events
    .flatMap((event) => objectsIn(event[key]))
    .filter((parameter) => typeof parameter["name"] === "string" && parameter["name"].toLowerCase() === name);
  const values = named.flatMap((parameter) => scalarsOf(parameter));
  return values.length === 0 ? undefined : values;
}

const valueKeys = ["value", "boolValue", "intValue", "multiValue", "multiStrValue", "multiIntValue"] as const;

function scalarsOf(parameter: JsonObject): readonly Scalar[] {
  const value = valueKeys.map((key) => parameter[key]).find((each) => each !== undefined);
  const list = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return list.filter((each): each is Scalar => each === null || (each !== undefined && typeof each !== "object"));
}

/** What rules call the event and the service, whichever of Google's two ways it came. */
export const eventNames: readonly Derivation[] = [
  alias("eventName", "protoPayload.metadata.event.eventName", "events.name"),
  alias("protoPayload.metadata.event.eventName", "events.name"),
  ...["eventService", "protoPayload.serviceName", "protoPayload.Servicename"].map((name): Derivation => ({
    name,
    value: (fields) => {
      const application = textOf(fields, "id.applicationName");
      return textOf(fields, "protoPayload.serviceName") ?? (application && `${application}.googleapis.com`);
    },
  })),
];
