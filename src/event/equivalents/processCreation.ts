import type { Scalar } from "../../std/index.ts";
import { textOf, type Fields } from "../fields.ts";
import type { Equivalent } from "../equivalent.ts";
import { account } from "../identity.ts";

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
    { name: "ProcessId", replaces: true, value: (fields) => toDecimal(fields.field("NewProcessId")?.[0]) },
    { name: "ParentProcessId", value: creatorId },
    { name: "Image", value: (fields) => textOf(fields, "NewProcessName") },
    { name: "ParentImage", value: (fields) => textOf(fields, "ParentProcessName") },
    { name: "CommandLine", value: (fields) => textOf(fields, "ProcessCommandLine") },
    { name: "User", value: (fields) => account(fields, "SubjectDomainName", "SubjectUserName") },
    { name: "LogonId", value: (fields) => textOf(fields, "SubjectLogonId") },
    { name: "IntegrityLevel", value: (fields) => integrityLevels.get(textOf(fields, "MandatoryLabel") ?? "") },
  ],
};

/** `ProcessId` as 4688 has it, if it is not known by that name already. */
function creatorId(fields: Fields): Scalar | undefined {
  return fields.field("NewProcessId") === undefined ? undefined : toDecimal(fields.field("ProcessId")?.[0]);
}

/** `0x27cc` is 10188. What is no hexadecimal number stays as it is. */
function toDecimal(value: Scalar | undefined): Scalar | undefined {
  if (typeof value !== "string" || !/^0x[\da-f]{1,8}$/i.test(value)) return value;
  return Number(value);
}

/** Security identifiers of the mandatory labels (Microsoft, "Well-known SIDs"). */
const integrityLevels = new Map([
  ["S-1-16-0", "Untrusted"],
  ["S-1-16-4096", "Low"],
  ["S-1-16-8192", "Medium"],
  ["S-1-16-8448", "Medium Plus"],
  ["S-1-16-12288", "High"],
  ["S-1-16-16384", "System"],
]);
