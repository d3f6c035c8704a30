import { textOf, type Draft } from "./draft.ts";
import { account, firstName } from "./identity.ts";
import type { Origin, Reading } from "./shape.ts";

/** Where a Windows event comes from, by its fields; the channel as the log itself names it, where data may hide it. */
export function windowsOrigin(draft: Draft, channel: string | undefined = textOf(draft, "Channel")): Origin {
  return {
    product: "windows",
    log: channel,
    provider: textOf(draft, "Provider_Name"),
    code: textOf(draft, "EventID"),
    action: textOf(draft, "EventType"),
  };
}

/** Names by which the system identifies an event; data of the event that are named so keep their dotted path. */
const identifying = new Set(["EventID", "Provider_Name", "Computer"]);

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
export function windowsUser({ draft, origin }: Reading): string | undefined {
  const user = firstName(draft, ["User"]);
  if (user !== undefined) return user;
  const target = account(draft, "TargetDomainName", "TargetUserName");
  const subject = account(draft, "SubjectDomainName", "SubjectUserName");
  const first = logons.has(origin.code ?? "") ? (target ?? subject) : (subject ?? target);
  return first ?? writer(draft, origin) ?? account(draft, "user.domain", "user.name");
}

/** Sysmon writes everything as SYSTEM: that says nothing about its events. */
const writer = (draft: Draft, { provider }: Origin) =>
  provider === "Microsoft-Windows-Sysmon" ? undefined : account(draft, "Domain", "AccountName");
