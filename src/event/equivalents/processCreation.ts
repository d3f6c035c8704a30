import type { Scalar } from "../../std/index.ts";
import type { Equivalent } from "../equivalent.ts";
import { textOf, type Fields } from "../fields.ts";
import { account } from "../identity.ts";
import { toDecimal } from "../values/decimal.ts";
import { integrityLevels } from "../values/integrityLevel.ts";
import { wellKnownAccount } from "../values/wellKnownAccount.ts";
import { subjectOf } from "./subject.ts";

/**
 * Security 4688, "a new process has been created", under the names of Sysmon's process creation.
 *
 * In 4688 `ProcessId` is the creator: here it is the new process, as rules expect it, and the creator is `ParentProcessId`. Process
 * ids come as numbers, as 4688 writes them in hexadecimal.
 *
 * @see Microsoft, "4688(S): A new process has been created", field descriptions
 */
export const processCreation: Equivalent = {
  service: "security",
  code: "4688",
  derivations: [
    {
      name: "ProcessId",
      replaces: true,
      isWritten: true,
      value: (fields) => toDecimal(fields.field("NewProcessId")?.[0]),
    },
    { name: "ParentProcessId", value: creatorId },
    { name: "Image", value: (fields) => textOf(fields, "NewProcessName") },
    { name: "ParentImage", value: (fields) => textOf(fields, "ParentProcessName") },
    { name: "CommandLine", value: (fields) => textOf(fields, "ProcessCommandLine") },
    { name: "User", value: ownerOf },
    { name: "LogonId", value: (fields) => textOf(fields, "SubjectLogonId") },
    { name: "IntegrityLevel", value: (fields) => integrityLevels.get(textOf(fields, "MandatoryLabel") ?? "") },
  ],
};

/** `ProcessId` as 4688 has it, if it is not known by that name already. */
function creatorId(fields: Fields): Scalar | undefined {
  return fields.field("NewProcessId") === undefined ? undefined : toDecimal(fields.field("ProcessId")?.[0]);
}

/** The account that the process runs as: 4688 names it apart where it is not that of the creator. */
function ownerOf(fields: Fields): string | undefined {
  const isOther = textOf(fields, "TargetUserName") !== textOf(fields, "SubjectUserName");
  const target = isOther ? account(fields, "TargetDomainName", "TargetUserName") : undefined;
  return wellKnownAccount(textOf(fields, "TargetUserSid")) ?? target ?? subjectOf(fields);
}
