import { isJsonObject } from "../../std/index.ts";
import { firstName } from "../identity.ts";
import { alias } from "../otherNames.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

/**
 * An entry of Bitbucket Data Center's audit log, from its files or its API, in which the type is named `type`. Jira and Confluence
 * write the same: their keys for translation begin with their names.
 *
 * @see Atlassian, "Audit log integrations in Bitbucket"
 */
export const bitbucketAudit: Shape = {
  name: "bitbucketAudit",
  keys: ["auditType", "affectedObjects"],
  fits: ({ auditType, type, affectedObjects }) => {
    const given = auditType ?? (affectedObjects === undefined ? undefined : type);
    if (!isJsonObject(given) || typeof given["action"] !== "string") return false;
    const keys = [given["actionI18nKey"], given["categoryI18nKey"]];
    return !keys.some((key) => typeof key === "string" && /^(?:jira|confluence)\./.test(key));
  },
  read: readerOf({
    names: ["category", "action", "area", "level", "actionI18nKey", "categoryI18nKey"].map(
      (name) => [`type.${name}`, `auditType.${name}`] as const,
    ),
  }),
  origin: () => ({ log: "bitbucket.audit" }),
  derivations: [alias("auditType.category", "auditType.categoryI18nKey")],
  time: ["timestamp", "timestamp.epochSecond", "creationDate", "@timestamp"],
  host: ["node"],
  user: (fields) => firstName(fields, ["author.name", "author.id"]),
  sourceAddress: ["source"],
};
