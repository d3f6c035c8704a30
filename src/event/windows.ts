import { operationOf } from "./equivalents/registryValue.ts";
import { textOf, type Fields } from "./fields.ts";
import { account, nameIn } from "./identity.ts";
import type { Origin } from "./shape.ts";

/**
 * Where a Windows event comes from, by its fields. A class, because its provider is rarely asked for.
 *
 * @param log the channel as the log itself names it, where data may hide it
 * @param eventType where the field of this name may hold something else
 */
export class WindowsOrigin implements Origin {
  readonly product = "windows";
  readonly log: string | undefined;
  readonly code: string | undefined;
  readonly #fields: Fields;
  readonly #eventType: (fields: Fields) => string | undefined;

  constructor(fields: Fields, log = textOf(fields, "Channel"), eventType = eventTypeOf) {
    this.#fields = fields;
    this.#eventType = eventType;
    this.log = log;
    this.code = textOf(fields, "EventID");
  }

  get provider(): string | undefined {
    return textOf(this.#fields, "Provider_Name");
  }

  action(): string | undefined {
    return (actions.get(this.code ?? "") ?? this.#eventType)(this.#fields);
  }
}

const eventTypeOf = (fields: Fields) => textOf(fields, "EventType");

/** What distinguishes events of one code of the Security log. */
const actions: ReadonlyMap<string, (fields: Fields) => string | undefined> = new Map([
  ["4657", operationOf],
  ["4663", (fields) => textOf(fields, "ObjectType")],
]);

/** Names by which the system identifies an event and dates it; data of the event that are named so keep their dotted path. */
export const identifying = new Set(["EventID", "Provider_Name", "Computer", "TimeCreated_SystemTime"]);

/** The Sigma name of a datum: its own, without spaces. */
export function nameOfDatum(key: string, path: string): string {
  const name = key.includes(" ") ? key.replaceAll(" ", "") : key;
  return identifying.has(name) ? path : name;
}

/** Fields with the address that an event on Windows came from. */
export const windowsSourceAddress = ["SourceIp", "IpAddress", "SourceAddress", "ClientAddress"] as const;

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
  const user = nameIn(fields, "User");
  if (user !== undefined) return user;
  const isLogon = logons.has(origin.code ?? "");
  const first = isLogon ? (targetOf(fields) ?? subjectOf(fields)) : (subjectOf(fields) ?? targetOf(fields));
  return first ?? writer(fields, origin);
}

const targetOf = (fields: Fields) => account(fields, "TargetDomainName", "TargetUserName");
const subjectOf = (fields: Fields) => account(fields, "SubjectDomainName", "SubjectUserName");

/** Sysmon writes everything as SYSTEM: that says nothing about its events. */
const writer = (fields: Fields, { provider }: Origin) =>
  provider === "Microsoft-Windows-Sysmon" ? undefined : account(fields, "Domain", "AccountName");
