import type { Derivation } from "../derivation.ts";
import { textOf, type Fields } from "../fields.ts";
import { account } from "../identity.ts";
import { toDecimal } from "../values/decimal.ts";
import { wellKnownAccount } from "../values/wellKnownAccount.ts";

/** The account in whose name something was done, as Sysmon writes it. */
export const subjectOf = (fields: Fields): string | undefined =>
  wellKnownAccount(textOf(fields, "SubjectUserSid")) ?? account(fields, "SubjectDomainName", "SubjectUserName");

/** The process that events of the Security log are about, and in whose name it runs. */
export const actingProcess: readonly Derivation[] = [
  { name: "Image", value: (fields) => textOf(fields, "ProcessName") },
  { name: "ProcessId", replaces: true, isWritten: true, value: (fields) => toDecimal(fields.field("ProcessId")?.[0]) },
  { name: "User", value: subjectOf },
  { name: "LogonId", value: (fields) => textOf(fields, "SubjectLogonId") },
];
