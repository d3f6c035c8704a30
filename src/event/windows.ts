import { operationOf } from "./equivalents/registryValue.ts";
import { textOf, type Fields } from "./fields.ts";
import { account, firstName } from "./identity.ts";
import type { Origin } from "./shape.ts";

/**
 * Where a Windows event comes from, by its fields.
 *
 * @param known what the fields alone do not tell: the channel as the log itself names it, where data may hide it
 */
export function windowsOrigin(
  fields: Fields,
  { channel = textOf(fields, "Channel"), eventType = () => textOf(fields, "EventType") }: Known = {},
): Origin {
  const code = textOf(fields, "EventID");
  return {
    product: "windows",
    log: channel,
    provider: textOf(fields, "Provider_Name"),
    code,
    action: () => (actions.get(code ?? "") ?? eventType)(fields),
  };
}

interface Known {
  readonly channel?: string | undefined;
  readonly eventType?: (fields: Fields) => string | undefined;
}

/** What distinguishes events of one code of the Security log. */
const actions: ReadonlyMap<string, (fields: Fields) => string | undefined> = new Map([
  ["4657", operationOf],
  ["4663", (fields) => textOf(fields, "ObjectType")],
]);

/** Names by which the system identifies an event; data of the event that are named so keep their dotted path. */
export const identifying = new Set(["EventID", "Provider_Name", "Computer"]);

/** The Sigma name of a datum: its own, without spaces. */
export function nameOfDatum(key: string, path: string): string {
  const name = key.includes(" ") ? key.replaceAll(" ", "") : key;
  return identifying.has(name) ? path : name;
}

/** Fields with the address that an event on Windows came from. */
export const windowsSourceAddress = ["SourceIp", "IpAddress", "SourceAddress", "ClientAddress", "source.ip"] as const;

/** Events about a logon or a ticket: the account that matters is the one that logs on, the subject is most often the machine. */
const logons = new Set([
  "4624",
  "4625",
  "4634",
  "4647",
  "4648",
  "4768",
  "4769",
  "4770",
  "4771",
  "4776",
  "4778",
  "4779",
]);

/** Sysmon's `User`; of a logon its target; else the subject, the target, or the account under which the event was written. */
export function windowsUser(fields: Fields, origin: Origin): string | undefined {
  const user = firstName(fields, ["User"]);
  if (user !== undefined) return user;
  const target = account(fields, "TargetDomainName", "TargetUserName");
  const subject = account(fields, "SubjectDomainName", "SubjectUserName");
  const first = logons.has(origin.code ?? "") ? (target ?? subject) : (subject ?? target);
  return first ?? writer(fields, origin) ?? account(fields, "user.domain", "user.name");
}

/** Sysmon writes everything as SYSTEM: that says nothing about its events. */
const writer = (fields: Fields, { provider }: Origin) =>
  provider === "Microsoft-Windows-Sysmon" ? undefined : account(fields, "Domain", "AccountName");
