import { fitsLog } from "../azure.ts";
import { firstName } from "../identity.ts";
import { alias } from "../otherNames.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

const log = {
  categories: new Set([
    "ADMINISTRATIVE",
    "POLICY",
    "SECURITY",
    "SERVICEHEALTH",
    "ALERT",
    "AUTOSCALE",
    "RECOMMENDATION",
    "RESOURCEHEALTH",
    // Of the older exports to event hubs.
    "WRITE",
    "DELETE",
    "ACTION",
  ]),
  tables: new Set(["AzureActivity"]),
  apiKeys: ["eventDataId", "resourceProviderName", "operationName"],
};

/**
 * The activity log of Azure: by diagnostic settings, from Log Analytics (`AzureActivity`), or from the management API, in which
 * a name is an object with `value` and `localizedValue`.
 *
 * @see Microsoft, "Azure activity log event schema"
 */
export const azureActivity: Shape = {
  name: "azureActivity",
  keys: ["category", "Type", "eventDataId"],
  fits: (record) => fitsLog(record, log),
  read: readerOf({}),
  origin: () => ({ log: "azure.activity" }),
  derivations: [
    alias("operationName", "operationName.value", "OperationNameValue", "OperationName"),
    alias("OperationNameValue", "operationName.value", "operationName", "OperationName"),
    alias("category", "category.value", "CategoryValue", "Category"),
    alias("CategoryValue", "category.value", "category", "Category"),
    alias(
      "ResourceProviderValue",
      "resourceProviderName.value",
      "properties.resourceProviderValue",
      "ResourceProvider",
    ),
    alias("ResourceId", "resourceId", "_ResourceId"),
    alias("resourceId", "ResourceId", "_ResourceId"),
    alias("resultType", "status.value", "ActivityStatusValue", "ActivityStatus"),
    alias("callerIpAddress", "CallerIpAddress", "httpRequest.clientIpAddress"),
    alias("properties.message", "operationName.localizedValue", "OperationName", "operationName"),
  ],
  time: ["time", "eventTimestamp", "TimeGenerated", "EventSubmissionTimestamp", "submissionTimestamp", "@timestamp"],
  host: [],
  user: (fields) =>
    firstName(fields, [
      "identity.claims.http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn",
      "identity.claims.http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
      "caller",
      "Caller",
      "identity.claims.appid",
      "identity.authorization.evidence.principalId",
    ]),
  sourceAddress: ["callerIpAddress"],
};
