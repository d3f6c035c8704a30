import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

/**
 * An entry of GitHub's audit log, streamed, exported, or by the API: `action` is `object.deed`.
 *
 * @see GitHub, "Audit log events for your organization"
 */
export const githubAudit: Shape = {
  name: "githubAudit",
  keys: ["action"],
  fits: (record) =>
    typeof record["action"] === "string" &&
    /^[a-z0-9_]+\.[a-z0-9_]+$/.test(record["action"]) &&
    (record["_document_id"] !== undefined ||
      (typeof record["actor"] === "string" && owners.some((key) => record[key] !== undefined))),
  read: readerOf({}),
  origin: () => ({ log: "github.audit" }),
  time: ["@timestamp", "created_at", "timestamp"],
  host: [],
  user: (fields) => firstName(fields, ["actor", "user"]),
  sourceAddress: ["actor_ip"],
};

/** Whose log it is. */
const owners = ["org", "business", "org_id", "business_id", "repo"] as const;
