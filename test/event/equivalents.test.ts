import { expect, test } from "vitest";
import { normalise, type JsonObject } from "../../src/event/index.ts";

// The other half of what an equivalent is, its categories, is in classify.test.ts; 4688 has a file of its own.
const security = (EventID: number, data: JsonObject): JsonObject => ({ Channel: "Security", EventID, ...data });
const acting = {
  ProcessId: "0x254",
  ProcessName: "C:\\Windows\\System32\\services.exe",
  SubjectUserSid: "S-1-5-18",
  SubjectUserName: "WS-17$",
  SubjectDomainName: "HARBOUR",
  SubjectLogonId: "0x3e7",
};

const value = (data: JsonObject): JsonObject =>
  security(4657, {
    ...acting,
    ObjectName: "\\REGISTRY\\MACHINE\\SYSTEM\\ControlSet001\\Services\\Spooler",
    ObjectValueName: "Start",
    OperationType: "%%1905",
    NewValueType: "%%1876",
    NewValue: "4",
    ...data,
  });

test.each([
  { data: {}, name: "Image", is: "C:\\Windows\\System32\\services.exe", because: "Sysmon calls the process so" },
  { data: {}, name: "ProcessId", is: 0x254, because: "rules compare decimal ids" },
  { data: {}, name: "User", is: "NT AUTHORITY\\SYSTEM", because: "the machine's account is SYSTEM to Sysmon" },
  {
    data: { SubjectUserSid: "S-1-5-21-1-2-3-1104" },
    name: "User",
    is: "HARBOUR\\WS-17$",
    because: "others have names",
  },
  {
    data: {},
    name: "TargetObject",
    is: "HKLM\\System\\CurrentControlSet\\Services\\Spooler\\Start",
    because: "Sysmon shortens roots and joins the value's name",
  },
  {
    data: { ObjectName: "\\REGISTRY\\MACHINE\\SOFTWARE\\Acme" },
    name: "TargetObject",
    is: "HKLM\\SOFTWARE\\Acme\\Start",
    because: "the machine's hive",
  },
  {
    data: { ObjectName: "\\REGISTRY\\USER\\S-1-5-21-1-2-3-1104\\Software" },
    name: "TargetObject",
    is: "HKU\\S-1-5-21-1-2-3-1104\\Software\\Start",
    because: "a user's hive",
  },
  {
    data: { ObjectName: "\\REGISTRY\\MACHINEX", ObjectValueName: "-" },
    name: "TargetObject",
    is: "\\REGISTRY\\MACHINEX",
    because: "another root stays, and a dash is no name",
  },
  { data: {}, name: "Details", is: "DWORD (0x00000004)", because: "Sysmon writes numbers so" },
  { data: { NewValueType: "REG_DWORD" }, name: "Details", is: "DWORD (0x00000004)", because: "rendered types too" },
  { data: { NewValue: "4294967296" }, name: "Details", is: "4294967296", because: "this is no DWORD" },
  {
    data: { NewValueType: "%%1883", NewValue: "4294967298" },
    name: "Details",
    is: "QWORD (0x00000001-0x00000002)",
    because: "64 bits come in two halves",
  },
  { data: { NewValueType: "%%1873", NewValue: "4" }, name: "Details", is: "4", because: "text is text" },
  { data: { NewValueType: "%%1875", NewValue: "0a0b" }, name: "Details", is: "Binary Data", because: "so does Sysmon" },
  { data: { NewValue: "-" }, name: "Details", is: undefined, because: "a deleted value has none" },
  { data: { OperationType: "%%1904" }, name: "EventType", is: "SetValue", because: "to Sysmon a new value is set" },
  { data: { OperationType: "%%1906" }, name: "EventType", is: "DeleteValue", because: "the code of a deletion" },
  {
    data: { OperationType: "Registry value deleted", EventType: "AUDIT_SUCCESS" },
    name: "EventType",
    is: "DeleteValue",
    because: "the code's words count as well, and more than what NXLog writes there",
  },
])("4657 with $data has $name $is: $because", ({ data, name, is }) => {
  expect(normalise(value(data)).field(name)?.[0]).toBe(is);
});

const connection = (data: JsonObject): JsonObject =>
  security(5156, {
    ProcessID: "3936",
    Application: "\\device\\harddiskvolume2\\tools\\agent.exe",
    Direction: "%%14593",
    SourceAddress: "192.0.2.7",
    SourcePort: "50452",
    DestAddress: "198.51.100.9",
    DestPort: "443",
    Protocol: "6",
    ...data,
  });

test.each([
  { data: {}, name: "Image", is: "C:\\tools\\agent.exe", because: "device paths have letters to rules" },
  { data: { Application: "System" }, name: "Image", is: "System", because: "the kernel itself has no path" },
  { data: {}, name: "ProcessId", is: "3936", because: "Sysmon writes the last letter small" },
  { data: {}, name: "SourceIp", is: "192.0.2.7", because: "who opened it" },
  { data: {}, name: "SourcePort", is: "50452", because: "this has its name already" },
  { data: {}, name: "DestinationIp", is: "198.51.100.9", because: "whom it was opened to" },
  { data: {}, name: "DestinationPort", is: "443", because: "at which port" },
  { data: {}, name: "DestinationIsIpv6", is: "false", because: "rules ask for the kind of address" },
  { data: { SourceAddress: "fe80::1" }, name: "SourceIsIpv6", is: "true", because: "colons are IPv6" },
  { data: {}, name: "Protocol", is: "tcp", because: "6 is TCP" },
  { data: { Protocol: "17" }, name: "Protocol", is: "udp", because: "17 is UDP" },
  { data: { Protocol: "1" }, name: "Protocol", is: "1", because: "Sysmon has no name for others" },
  { data: {}, name: "Initiated", is: "true", because: "it went out" },
  { data: { Direction: "Inbound" }, name: "Initiated", is: "false", because: "words count as well as codes" },
])("5156 with $data has $name $is: $because", ({ data, name, is }) => {
  expect(normalise(connection(data)).field(name)?.[0]).toBe(is);
});

const defender = (data: JsonObject): JsonObject => ({
  Channel: "Microsoft-Windows-Windows Defender/Operational",
  EventID: 1116,
  "Threat Name": "HackTool:Win32/Example",
  ...data,
});

test.each([
  {
    record: security(4689, acting),
    name: "Image",
    is: ["C:\\Windows\\System32\\services.exe"],
    because: "a process that ended",
  },
  { record: security(4689, acting), name: "ProcessId", is: [0x254], because: "its id in decimal" },
  {
    record: security(4663, { ...acting, ObjectType: "File", ObjectName: "C:\\Users\\m\\Login Data" }),
    name: "FileName",
    is: ["C:\\Users\\m\\Login Data"],
    because: "rules of file_access ask so",
  },
  {
    record: defender({ ThreatName: "HackTool:Win32/Example" }),
    name: "Signature",
    is: ["HackTool:Win32/Example"],
    because: "any antivirus has a signature",
  },
  {
    record: defender({ Path: "containerfile:_C:\\a.zip; file:_C:\\a.zip->b.exe; process:_pid:42" }),
    name: "Filename",
    is: ["C:\\a.zip", "C:\\a.zip->b.exe"],
    because: "files come without their kind, one by one",
  },
  {
    record: defender({ Path: "process:_pid:42" }),
    name: "Filename",
    is: ["process:_pid:42"],
    because: "what is no file is still what was found",
  },
  {
    record: {
      Channel: "Microsoft-Windows-WMI-Activity/Operational",
      EventID: 5861,
      PossibleCause: 'Binding EventFilter: instance of CommandLineEventConsumer { CommandLineTemplate = "a.exe"; }',
    },
    name: "Destination",
    is: ['Binding EventFilter: instance of CommandLineEventConsumer { CommandLineTemplate = "a.exe"; }'],
    because: "what is run stands in the cause",
  },
  {
    record: {
      ProviderName: "Microsoft-Windows-Kernel-File",
      EventID: 27,
      FilePath: "\\Device\\HarddiskVolume3\\a.docx.locked",
    },
    name: "TargetFilename",
    is: ["C:\\a.docx.locked"],
    because: "a renamed file by its new name",
  },
])("$record.EventID has $name $is: $because", ({ record, name, is }) => {
  expect(normalise(record).field(name)).toEqual(is);
});
