import { isJsonObject } from "../../std/index.ts";
import { withComputed } from "../computed.ts";
import { textOf } from "../fields.ts";
import { eventNames, parametersOf } from "../googleEvents.ts";
import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

const plain = readerOf({});
const parameters = parametersOf((record) => record["events"], "parameters");

/**
 * An activity of Google Workspace by the Reports API. What Cloud Logging has of Workspace is `gcpAudit`.
 *
 * @see Google, Admin SDK Reports API, "Activities"
 */
export const googleWorkspace: Shape = {
  name: "googleWorkspace",
  keys: ["events"],
  fits: ({ kind, id, events }) =>
    (kind === "admin#reports#activity" || kind === undefined) &&
    isJsonObject(id) &&
    typeof id["applicationName"] === "string" &&
    Array.isArray(events),
  read: (record) => withComputed(plain(record), record, parameters),
  origin: (fields) => ({ product: "gcp", log: `google_workspace.${textOf(fields, "id.applicationName") ?? ""}` }),
  derivations: eventNames,
  time: ["id.time", "@timestamp"],
  host: [],
  user: (fields) => firstName(fields, ["actor.email", "actor.key", "actor.profileId"]),
  sourceAddress: ["ipAddress"],
};
