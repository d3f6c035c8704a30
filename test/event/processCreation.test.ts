import { expect, test } from "vitest";
import { normalise } from "../../src/event/index.ts";

const created = { Channel: "Security", EventID: 4688, NewProcessId: "0x27cc", ProcessId: "0x111c" };

test.each([
  { fields: {}, name: "ProcessId", value: 0x27cc, because: "it is the new process" },
  { fields: {}, name: "ParentProcessId", value: 0x111c, because: "what 4688 calls ProcessId is the creator" },
  { fields: {}, name: "NewProcessId", value: "0x27cc", because: "originals stay" },
  { fields: { NewProcessId: "10188" }, name: "ProcessId", value: "10188", because: "decimal is decimal" },
  { fields: { NewProcessId: 10188 }, name: "ProcessId", value: 10188, because: "a number is one" },
  { fields: { NewProcessName: "C:\\a.exe" }, name: "Image", value: "C:\\a.exe", because: "rules ask for Image" },
  {
    fields: { NewProcessName: "C:\\a.exe", Image: "C:\\b.exe" },
    name: "Image",
    value: "C:\\b.exe",
    because: "what is there stays",
  },
  {
    fields: { ParentProcessName: "C:\\p.exe" },
    name: "ParentImage",
    value: "C:\\p.exe",
    because: "rules ask for ParentImage",
  },
  { fields: { ProcessCommandLine: "a /b" }, name: "CommandLine", value: "a /b", because: "some shippers call it so" },
  {
    fields: { SubjectDomainName: "D", SubjectUserName: "u" },
    name: "User",
    value: "D\\u",
    because: "as Sysmon writes accounts",
  },
  {
    fields: { SubjectUserSid: "S-1-5-18", SubjectDomainName: "D", SubjectUserName: "PC$" },
    name: "User",
    value: "NT AUTHORITY\\SYSTEM",
    because: "Sysmon does not call it by the machine's name",
  },
  {
    fields: { SubjectUserSid: "S-1-5-18", SubjectUserName: "PC$", TargetDomainName: "D", TargetUserName: "u" },
    name: "User",
    value: "D\\u",
    because: "SYSTEM started it for someone else",
  },
  {
    fields: { SubjectDomainName: "D", SubjectUserName: "u", TargetUserSid: "S-1-0-0", TargetUserName: "-" },
    name: "User",
    value: "D\\u",
    because: "no other account is named",
  },
  { fields: { SubjectLogonId: "0x3e7" }, name: "LogonId", value: "0x3e7", because: "rules ask for LogonId" },
  { fields: { MandatoryLabel: "S-1-16-16384" }, name: "IntegrityLevel", value: "System", because: "labels have names" },
  { fields: { MandatoryLabel: "S-1-5-18" }, name: "IntegrityLevel", value: undefined, because: "this is no label" },
])("4688 with $fields has $name $value: $because", ({ fields, name, value }) => {
  expect(normalise({ ...created, ...fields }).field(name)?.[0]).toBe(value);
});

test("only 4688 of the Security log is made so", () => {
  expect(normalise({ ...created, Channel: "System" }).field("ProcessId")).toEqual(["0x111c"]);
});
