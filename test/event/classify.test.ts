import { expect, test } from "vitest";
import { normalise, type Classification } from "../../src/event/index.ts";

const sysmon = "Microsoft-Windows-Sysmon/Operational";

test.each([
  { record: { Channel: sysmon, EventID: 1 }, is: "windows/sysmon/process_creation", because: "the plain case" },
  {
    record: { Channel: sysmon.toUpperCase(), EventID: "1" },
    is: "windows/sysmon/process_creation",
    because: "neither case nor type matter",
  },
  {
    record: { Channel: sysmon, EventID: 13 },
    is: "windows/sysmon/registry_event+registry_set",
    because: "an event can be several things",
  },
  {
    record: { Channel: sysmon, EventID: 12 },
    is: "windows/sysmon/registry_event",
    because: "without EventType the rest is unknown",
  },
  {
    record: { Channel: sysmon, EventID: 12, EventType: "CreateKey" },
    is: "windows/sysmon/registry_event+registry_add",
    because: "a key was made",
  },
  {
    record: { Channel: sysmon, EventID: 12, EventType: "DeleteKey" },
    is: "windows/sysmon/registry_event+registry_delete",
    because: "a key was deleted",
  },
  {
    record: { Channel: sysmon, EventID: 12, EventType: "DeleteValue" },
    is: "windows/sysmon/registry_event+registry_delete",
    because: "a value was deleted",
  },
  { record: { Channel: sysmon, EventID: 9999 }, is: "windows/sysmon/", because: "an unknown code has no category" },
  {
    record: { Channel: "Security", EventID: 1 },
    is: "windows/security/",
    because: "codes mean something in their own channel only",
  },
  {
    record: { Channel: "Security", EventID: 4688 },
    is: "windows/security/process_creation",
    because: "4688 tells the same as Sysmon 1",
  },
  {
    record: { Channel: "Security", EventID: 4689 },
    is: "windows/security/process_termination",
    because: "4689 tells the same as Sysmon 5",
  },
  {
    record: { Channel: "Security", EventID: 5156 },
    is: "windows/security/network_connection",
    because: "5156 tells the same as Sysmon 3",
  },
  {
    record: { Channel: "Security", EventID: 4657, OperationType: "%%1904" },
    is: "windows/security/registry_event+registry_add+registry_set",
    because: "a new value was set",
  },
  {
    record: { Channel: "Security", EventID: 4657, OperationType: "Existing registry value modified" },
    is: "windows/security/registry_event+registry_set",
    because: "the words of the code count as well",
  },
  {
    record: { Channel: "Security", EventID: 4657, OperationType: "%%1906", EventType: "AUDIT_SUCCESS" },
    is: "windows/security/registry_event+registry_delete",
    because: "a value was deleted, whatever NXLog writes in EventType",
  },
  {
    record: { Channel: "Security", EventID: 4663, ObjectType: "File" },
    is: "windows/security/file_access",
    because: "a file was opened",
  },
  {
    record: { Channel: "Security", EventID: 4663, ObjectType: "Key" },
    is: "windows/security/",
    because: "a key that was opened was most often read",
  },
  {
    record: { Channel: "Microsoft-Windows-WMI-Activity/Operational", EventID: 5861 },
    is: "windows/wmi/wmi_event",
    because: "a consumer was bound",
  },
  {
    record: { Channel: "Microsoft-Windows-Windows Defender/Operational", EventID: 1116 },
    is: "windows/windefend/antivirus",
    because: "a threat was found",
  },
  {
    record: { Channel: "Microsoft-Windows-Windows Defender/Operational", EventID: 5001 },
    is: "windows/windefend/",
    because: "a setting is no threat",
  },
  {
    record: { ProviderName: "Microsoft-Windows-Kernel-File", EventID: 27 },
    is: "windows/kernel-file/file_rename",
    because: "the kernel's trace has no channel",
  },
  {
    record: { Channel: "PowerShellCore/Operational", EventID: 4104 },
    is: "windows/powershell/ps_script",
    because: "a service may have several channels",
  },
  {
    record: { Channel: "Microsoft-Windows-PowerShell/Operational", EventID: 4103 },
    is: "windows/powershell/ps_module",
    because: "module logging",
  },
  {
    record: { Channel: "Windows PowerShell", EventID: 800 },
    is: "windows/powershell-classic/ps_classic_script",
    because: "the old log",
  },
  {
    record: { Channel: "Microsoft-Windows-AppLocker/EXE and DLL", EventID: 8004 },
    is: "windows/applocker/",
    because: "a service by its channel",
  },
  {
    record: { Channel: "Vendor/Own", EventID: 1 },
    is: "windows//",
    because: "of an unknown channel only the product is known",
  },
  {
    record: { ProviderName: "Microsoft-Windows-Sysmon", EventID: 3 },
    is: "windows/sysmon/network_connection",
    because: "the provider stands in for the channel",
  },
  {
    record: { Channel: "Application", SourceName: "Microsoft-Windows-Sysmon", EventID: 3 },
    is: "windows/application/",
    because: "but a channel that is there decides",
  },
  { record: { EventID: 1, note: "no log" }, is: "//", because: "an EventID alone says nothing" },
])("$record is $is: $because", ({ record, is }) => {
  expect(print(normalise(record).classification)).toBe(is);
});

test.each([
  { declared: { product: "linux" }, is: "linux/sysmon/process_creation", because: "one dimension is pinned" },
  {
    declared: { categories: ["antivirus"] },
    is: "windows/sysmon/antivirus",
    because: "declared categories replace the shown ones",
  },
  { declared: {}, is: "windows/sysmon/process_creation", because: "nothing is pinned" },
])("declaring $declared makes it $is: $because", ({ declared, is }) => {
  expect(print(normalise({ Channel: sysmon, EventID: 1 }, declared).classification)).toBe(is);
});

const print = ({ product = "", service = "", categories }: Classification) =>
  `${product}/${service}/${categories.join("+")}`;
