import type { Json, JsonObject } from "../../../src/event/index.ts";
import { readEvtx } from "./evtxEvent.ts";
import { beat } from "./winlogbeat.ts";

// What Elastic's pipeline for Sysmon does to an event, by its documentation and its published source: data are moved into ECS
// fields and dropped, empty ones are dropped, hashes are taken apart.

/** Datum -> the ECS field that it is moved to. */
const moved: readonly (readonly [datum: string, field: string])[] = [
  ["RuleName", "rule.name"],
  ["ProcessGuid", "process.entity_id"],
  ["ProcessId", "process.pid"],
  ["Image", "process.executable"],
  ["SourceProcessGuid", "process.entity_id"],
  ["SourceProcessGUID", "process.entity_id"],
  ["SourceProcessId", "process.pid"],
  ["SourceThreadId", "process.thread.id"],
  ["SourceImage", "process.executable"],
  ["Destination", "process.executable"],
  ["CommandLine", "process.command_line"],
  ["CurrentDirectory", "process.working_directory"],
  ["ParentProcessGuid", "process.parent.entity_id"],
  ["ParentProcessId", "process.parent.pid"],
  ["ParentImage", "process.parent.executable"],
  ["ParentCommandLine", "process.parent.command_line"],
  ["TargetFilename", "file.path"],
  ["Device", "file.path"],
  ["PipeName", "file.name"],
  ["ImageLoaded", "file.path"],
  ["Protocol", "network.transport"],
  ["DestinationPortName", "network.protocol"],
  ["SourceIp", "source.ip"],
  ["SourceHostname", "source.domain"],
  ["SourcePort", "source.port"],
  ["DestinationIp", "destination.ip"],
  ["DestinationHostname", "destination.domain"],
  ["DestinationPort", "destination.port"],
  ["QueryName", "dns.question.name"],
  ["Archived", "sysmon.file.archived"],
  ["IsExecutable", "sysmon.file.is_executable"],
  ["TargetObject", "registry.path"],
];

const dropped = ["SourcePortName", "DestinationIsIpv6", "UtcTime"];

/** Fields that are numbers in ECS. */
const isNumber = (field: string): boolean => /\.(?:pid|port|id)$/.test(field);

/** The event as Winlogbeat or Elastic Agent sends it through Elastic's pipelines. Only Sysmon's loses its data. */
export function toEcs(record: JsonObject): JsonObject {
  const event = readEvtx(record);
  if (event.provider !== "Microsoft-Windows-Sysmon") return beat(event, { ...event.data });
  const data = new Map(Object.entries(event.data).filter(([, value]) => !empty.has(value)));
  const fields: Record<string, Json> = {};
  const take: Take = (datum) => {
    const value = data.get(datum);
    data.delete(datum);
    return value;
  };
  for (const [datum, field] of moved) {
    const value = take(datum);
    if (value !== undefined) fields[field] = isNumber(field) ? Number(value) : value;
  }
  addOfCode(fields, event.code, take);
  addDns(fields, take("QueryStatus"), take("QueryResults"));
  addImage(fields, event.code, take, data);
  addHashes(fields, event.code, take("Hashes") ?? take("Hash"));
  addUser(fields, take("User"));
  addDetails(fields, take("Details"));
  const isIpv6 = take("SourceIsIpv6");
  if (isIpv6 !== undefined) fields["network.type"] = isIpv6 === "true" ? "ipv6" : "ipv4";
  const target = take("TargetProcessGuid");
  if (target !== undefined) data.set("TargetProcessGUID", target);
  const initiated = take("Initiated");
  if (initiated !== undefined) fields["network.direction"] = initiated === "true" ? "egress" : "ingress";
  for (const datum of dropped) data.delete(datum);
  return beat(event, Object.fromEntries(data), nested(fields));
}

const empty = new Set(["", "-", "{00000000-0000-0000-0000-000000000000}"]);

type Take = (datum: string) => string | undefined;

/** Data that have a place of their own in events of one code. */
function addOfCode(fields: Record<string, Json>, code: number, take: Take): void {
  const type = code === 25 ? take("Type") : undefined;
  if (type !== undefined) fields["message"] = type;
  const id = code === 255 ? take("ID") : undefined;
  if (id !== undefined) fields["error.code"] = id;
}

/** Results look like `type:  5 alias.example;::ffff:192.0.2.1;`. */
function addDns(fields: Record<string, Json>, status: string | undefined, results: string | undefined): void {
  if (status !== undefined) fields["sysmon.dns.status"] = status === "0" ? "SUCCESS" : status;
  const answers = results?.split(";").filter((answer) => answer !== "") ?? [];
  const data = answers.map((answer) => answer.replace(/^type: +\d+ |^::ffff:(?=\d+\.)/, ""));
  if (data.length > 0) fields["dns.answers"] = data.map((each) => ({ data: each }));
}

function addImage(fields: Record<string, Json>, code: number, take: Take, data: ReadonlyMap<string, string>): void {
  const owner = code === 7 ? "file" : "process";
  const original = take("OriginalFileName");
  if (original !== undefined) fields[`${owner}.pe.original_file_name`] = original;
  const copied = { Company: "company", Description: "description", FileVersion: "file_version", Product: "product" };
  for (const [datum, field] of Object.entries(copied)) {
    const value = data.get(datum);
    if (value !== undefined) fields[`${owner}.pe.${field}`] = value;
  }
}

const processHashes = new Set([1, 23, 24, 25, 26]);
const fileHashes = new Set([6, 7, 15, 29]);

function addHashes(fields: Record<string, Json>, code: number, hashes: string | undefined): void {
  const owner = processHashes.has(code) ? "process" : fileHashes.has(code) ? "file" : undefined;
  if (hashes === undefined || owner === undefined) return;
  for (const part of hashes.toLowerCase().split(",")) {
    const [algorithm = "", hash = ""] = part.split("=");
    const home = algorithm === "imphash" ? "pe" : "hash";
    if (!/^0*$/.test(hash)) fields[`${owner}.${home}.${algorithm}`] = hash;
  }
}

function addUser(fields: Record<string, Json>, user: string | undefined): void {
  const [domain, name] = user?.split("\\") ?? [];
  if (domain === undefined || name === undefined) return;
  fields["user.domain"] = domain;
  fields["user.name"] = name;
}

function addDetails(fields: Record<string, Json>, details: string | undefined): void {
  if (details === undefined) return;
  const dword = /^DWORD \((0x[\da-f]{8})\)$/i.exec(details)?.[1];
  fields["registry.data.type"] = dword === undefined ? "REG_SZ" : "SZ_DWORD";
  fields["registry.data.strings"] = [dword === undefined ? details : String(Number(dword))];
}

/** Dotted names made objects inside one another. */
function nested(fields: Readonly<Record<string, Json>>): JsonObject {
  const root: Record<string, Json> = {};
  for (const [path, value] of Object.entries(fields)) {
    const names = path.split(".");
    const last = names.pop() ?? path;
    let object = root;
    for (const name of names) object = (object[name] ??= {}) as Record<string, Json>;
    object[last] = value;
  }
  return root;
}
