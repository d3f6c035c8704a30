import type { Scalar } from "../../std/index.ts";
import { deriveField, textOf, type Draft } from "../draft.ts";
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
  derive(draft) {
    if (draft.fields.has("NewProcessId")) makeWayForNewProcess(draft);
    deriveField(draft, "ProcessId", toDecimal(draft.fields.get("NewProcessId")?.[0]));
    deriveField(draft, "Image", textOf(draft, "NewProcessName"));
    deriveField(draft, "ParentImage", textOf(draft, "ParentProcessName"));
    deriveField(draft, "CommandLine", textOf(draft, "ProcessCommandLine"));
    deriveField(draft, "User", account(draft, "SubjectDomainName", "SubjectUserName"));
    deriveField(draft, "LogonId", textOf(draft, "SubjectLogonId"));
    deriveField(draft, "IntegrityLevel", integrityLevels.get(textOf(draft, "MandatoryLabel") ?? ""));
  },
};

/** Moves the creator out of `ProcessId`. Where the record has it under a longer path, it stays resolvable by that. */
function makeWayForNewProcess({ fields, aliases }: Draft): void {
  const creator = fields.get("ProcessId");
  if (creator === undefined) return;
  fields.delete("ProcessId");
  for (const [path, name] of aliases) {
    if (name !== "ProcessId") continue;
    aliases.delete(path);
    fields.set(path, creator);
  }
  const parent = toDecimal(creator[0]);
  if (parent !== undefined && !fields.has("ParentProcessId")) fields.set("ParentProcessId", [parent]);
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
