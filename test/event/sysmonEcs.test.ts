import { expect, test } from "vitest";
import { normalise, type JsonObject } from "../../src/event/index.ts";
import { toEcs } from "../conformance/reshape/ecs.ts";

// Elastic's pipelines move nearly all that Sysmon says into ECS fields and drop the original. Every event of Sysmon, with every
// datum that it has, is taken apart as they do it: rules must find each datum again.
const acting = "RuleName UtcTime ProcessGuid ProcessId Image User";
const file = `${acting} TargetFilename`;

const data: Readonly<Record<number, string>> = {
  1: `${acting} FileVersion Description Product Company OriginalFileName CommandLine CurrentDirectory LogonGuid LogonId TerminalSessionId IntegrityLevel Hashes ParentProcessGuid ParentProcessId ParentImage ParentCommandLine ParentUser`,
  2: `${file} CreationUtcTime PreviousCreationUtcTime`,
  3: `${acting} Protocol Initiated SourceIsIpv6 SourceIp SourceHostname SourcePort SourcePortName DestinationIsIpv6 DestinationIp DestinationHostname DestinationPort DestinationPortName`,
  4: "UtcTime State Version SchemaVersion",
  5: acting,
  6: "RuleName UtcTime ImageLoaded Hashes Signed Signature SignatureStatus",
  7: `${acting} ImageLoaded FileVersion Description Product Company OriginalFileName Hashes Signed Signature SignatureStatus`,
  8: "RuleName UtcTime SourceProcessGuid SourceProcessId SourceImage TargetProcessGuid TargetProcessId TargetImage NewThreadId StartAddress StartModule StartFunction SourceUser TargetUser",
  9: `${acting} Device`,
  10: "RuleName UtcTime SourceProcessGUID SourceProcessId SourceThreadId SourceImage TargetProcessGUID TargetProcessId TargetImage GrantedAccess CallTrace SourceUser TargetUser",
  11: `${file} CreationUtcTime`,
  12: `${acting} EventType TargetObject`,
  13: `${acting} EventType TargetObject Details`,
  14: `${acting} EventType TargetObject NewName`,
  15: `${file} CreationUtcTime Hash Contents`,
  16: "UtcTime Configuration ConfigurationFileHash",
  17: `${acting} EventType PipeName`,
  18: `${acting} EventType PipeName`,
  19: "RuleName EventType UtcTime Operation User EventNamespace Name Query",
  20: "RuleName EventType UtcTime Operation User Name Type Destination",
  21: "RuleName EventType UtcTime Operation User Consumer Filter",
  22: `${acting} QueryName QueryStatus QueryResults`,
  23: `${file} Hashes IsExecutable Archived`,
  24: `${acting} Session ClientInfo Hashes Archived`,
  25: `${acting} Type`,
  26: `${file} Hashes IsExecutable`,
  27: `${file} Hashes`,
  28: `${file} Hashes IsExecutable`,
  29: `${file} Hashes`,
  255: "UtcTime ID Description",
};

const hashes = "MD5=0F1E2D3C4B5A69788796A5B4C3D2E1F0,SHA256=1234ABCD,IMPHASH=00FF";

const values: Readonly<Record<string, string>> = {
  User: "HARBOUR\\mreyes",
  ProcessId: "4180",
  ParentProcessId: "3116",
  SourceProcessId: "712",
  SourceThreadId: "5120",
  Protocol: "tcp",
  Initiated: "true",
  SourceIsIpv6: "false",
  SourceIp: "192.0.2.7",
  SourcePort: "50122",
  DestinationIsIpv6: "false",
  DestinationIp: "198.51.100.9",
  DestinationPort: "443",
  Hashes: hashes,
  Hash: hashes,
  Details: "DWORD (0x0000002a)",
  QueryStatus: "0",
  QueryResults: "198.51.100.9;",
};

/** What pipelines drop and nothing tells any more. */
const lost = new Set(["UtcTime", "SourcePortName", "27 Hashes", "28 Hashes"]);

const rows = Object.entries(data).flatMap(([code, names]) =>
  names.split(" ").map((name) => ({ code: Number(code), name, value: values[name] ?? `${name} of ${code}` })),
);
const kept = rows.filter(({ code, name }) => !lost.has(name) && !lost.has(`${code} ${name}`));

function record(code: number): JsonObject {
  const own = rows.filter((row) => row.code === code).map(({ name, value }) => [name, value] as const);
  const provider = { Name: "Microsoft-Windows-Sysmon", Guid: "5770385F-C22A-43E0-BF4C-06F5698FFBD9" };
  const system = {
    Provider: { "#attributes": provider },
    EventID: code,
    EventRecordID: 1,
    TimeCreated: { "#attributes": { SystemTime: "2026-03-02T09:14:07.482913Z" } },
    Execution: { "#attributes": { ProcessID: 4, ThreadID: 8 } },
    Channel: "Microsoft-Windows-Sysmon/Operational",
    Computer: "ws-17.harbour.example",
    Security: null,
  };
  return { Event: { System: system, EventData: Object.fromEntries(own) } };
}

test.each(kept)("event $code of Sysmon has $name, as ECS too", ({ code, name, value }) => {
  const reshaped = toEcs(record(code));
  const found = normalise(reshaped).field(name)?.join(";");
  expect(found?.toLowerCase()).toBe(value.replace(/;$/, "").toLowerCase());
});
