import type { Scalar } from "../../std/index.ts";
import { detailTexts, fitsLog } from "../azure.ts";
import { withComputed } from "../computed.ts";
import type { Derivation } from "../derivation.ts";
import { textOf, type Fields } from "../fields.ts";
import { firstName } from "../identity.ts";
import { alias } from "../otherNames.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

const log = {
  categories: new Set([
    "SIGNINLOGS",
    "NONINTERACTIVEUSERSIGNINLOGS",
    "SERVICEPRINCIPALSIGNINLOGS",
    "MANAGEDIDENTITYSIGNINLOGS",
    "ADFSSIGNINLOGS",
  ]),
  tables: new Set([
    "SigninLogs",
    "AADNonInteractiveUserSignInLogs",
    "AADServicePrincipalSignInLogs",
    "AADManagedIdentitySignInLogs",
    "ADFSSignInLogs",
  ]),
  apiKeys: ["createdDateTime", "appDisplayName", "status", "conditionalAccessStatus"],
};

const plain = readerOf({});

const texts = detailTexts("networkLocationDetails", "NetworkLocationDetails", "properties.networkLocationDetails");

const errorCodes = [
  "resultType",
  "ResultType",
  "properties.status.errorCode",
  "status.errorCode",
  "Status.errorCode",
] as const;

const errorTexts = ["failureReason", "additionalDetails"].flatMap((name) =>
  ["properties.status", "status", "Status"].map((parent) => `${parent}.${name}`),
);

const valuesOf = (fields: Fields, names: readonly string[]): readonly Scalar[] | undefined => {
  const values = names.flatMap((name) => fields.field(name) ?? []).filter((value) => value !== null && value !== "");
  return values.length === 0 ? undefined : [...new Set(values)];
};

/** Why a sign-in was refused, in all the texts that say so. */
const reasons = (fields: Fields) =>
  valuesOf(fields, ["resultDescription", "ResultDescription", "Resultdescription", ...errorTexts]);

/** Whether a sign-in worked, and the texts that say more of it. */
function status(fields: Fields): readonly Scalar[] | undefined {
  const code = errorCodes.map((name) => textOf(fields, name)).find((each) => each !== undefined);
  const outcome = code === undefined ? [] : [code === "0" ? "Success" : "Failure"];
  const values = [...outcome, ...(valuesOf(fields, ["Status", ...errorTexts]) ?? [])];
  return values.length === 0 ? undefined : values;
}

const protocols = new Map([
  ["deviceCode", "Device Code"],
  ["ropc", "ROPC"],
]);

/** The protocol as the portal writes it. */
function protocol(fields: Fields): string | undefined {
  const name = ["properties.authenticationProtocol", "authenticationProtocol", "AuthenticationProtocol"]
    .map((each) => textOf(fields, each))
    .find((each) => each !== undefined);
  return name === undefined ? undefined : (protocols.get(name) ?? name);
}

/** A detail under the names of Log Analytics, of diagnostic settings and of the Graph API, in this order. */
function everywhere(name: string): Derivation[] {
  const large = name.charAt(0).toUpperCase() + name.slice(1);
  const names = [large, `properties.${name}`, name];
  return names.map((each) => alias(each, ...names));
}

/** Members of the device's details, which Log Analytics names `DeviceDetail`. */
const device = ["deviceId", "displayName", "isCompliant", "isManaged", "operatingSystem", "browser", "trustType"].map(
  (member) => alias(`DeviceDetail.${member}`, `properties.deviceDetail.${member}`, `deviceDetail.${member}`),
);

/**
 * Sign-ins to Entra ID: of users, service principals and managed identities, by diagnostic settings, from Log Analytics
 * (`SigninLogs`), or from the Graph API (`signIn`).
 *
 * @see Microsoft, "Sign-in logs schema" and "signIn resource type"
 */
export const entraSignIn: Shape = {
  name: "entraSignIn",
  keys: ["category", "Type", "createdDateTime"],
  fits: (record) => fitsLog(record, log),
  read: (record) => withComputed(plain(record), record, texts),
  origin: () => ({ log: "azure.signIn" }),
  derivations: [
    ...["ResultType", "resultType"].map((name) => alias(name, ...errorCodes)),
    ...["ResultDescription", "Resultdescription", "resultDescription"].map((name): Derivation => ({
      name,
      replaces: true,
      value: reasons,
    })),
    { name: "Status", replaces: true, value: status },
    ...[
      "authenticationRequirement",
      "conditionalAccessStatus",
      "userAgent",
      "homeTenantId",
      "resourceTenantId",
      "riskState",
      "riskLevelDuringSignIn",
      "resourceDisplayName",
      "appDisplayName",
      "appId",
      "userPrincipalName",
      "userDisplayName",
      "clientAppUsed",
      "authenticationProtocol",
    ].flatMap(everywhere),
    ...device,
    alias(
      "DeviceDetail.trusttype",
      "properties.deviceDetail.trustType",
      "deviceDetail.trustType",
      "DeviceDetail.trustType",
    ),
    alias("properties.deviceDetail.deviceId", "deviceDetail.deviceId", "DeviceDetail.deviceId"),
    alias("location", "location.countryOrRegion", "properties.location.countryOrRegion", "Location"),
    alias("callerIpAddress", "properties.ipAddress", "ipAddress", "IPAddress"),
    alias("ClientApp", "properties.clientAppUsed", "clientAppUsed", "ClientAppUsed"),
    alias("Username", "properties.userPrincipalName", "userPrincipalName", "UserPrincipalName"),
    { name: "ActivityDetails", value: () => "Sign-ins" },
    { name: "properties.message", value: protocol },
  ],
  time: ["properties.createdDateTime", "createdDateTime", "CreatedDateTime", "time", "TimeGenerated", "@timestamp"],
  host: ["DeviceDetail.displayName"],
  user: (fields) =>
    firstName(fields, [
      "properties.userPrincipalName",
      "userPrincipalName",
      "UserPrincipalName",
      "properties.servicePrincipalName",
      "servicePrincipalName",
      "ServicePrincipalName",
      "identity",
      "Identity",
    ]),
  sourceAddress: ["callerIpAddress"],
};
