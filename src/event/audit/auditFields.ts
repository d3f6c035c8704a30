import { parseAddress } from "../../std/index.ts";
import { textOf, type Fields } from "../fields.ts";
import { gather, gatherer, type Gathered, type FieldMap } from "../parsedFields.ts";
import type { AuditRecord, Pair } from "./auditRecord.ts";
import { decodeSocketAddress } from "./socketAddress.ts";
import { syscallName } from "./syscalls.ts";

/**
 * The fields of an audit event: auditd's own names, with several values where its records differ, and those of Sigma's generic
 * categories as far as the records tell.
 *
 * `audit.time` and `audit.serial` are the header's. `SYSCALL` is the name of the system call, as auditd writes it in its enriched
 * format. An event tells of a new process if it is a successful `execve`, of a connection if it is a `connect` to an internet
 * address, of a new file if a successful system call created a path.
 */
export function auditFields(records: readonly AuditRecord[]): FieldMap {
  const gathered = gatherer();
  for (const { type, header, pairs } of records) {
    gather(gathered, "type", type);
    gather(gathered, "audit.time", header.time);
    gather(gathered, "audit.serial", header.serial);
    gather(gathered, "node", header.node);
    for (const [name, value] of pairs) gather(gathered, name, value);
  }
  const parts = partsOf(records);
  addSyscall(gathered, parts);
  addProcess(gathered, parts);
  addPeer(gathered, parts);
  addFiles(gathered, parts);
  return gathered;
}

/** What an event with these fields tells of, beside being one of auditd's. */
export function toldBy(fields: Fields): "process" | "connection" | "file" | undefined {
  if (fields.field("DestinationIp") !== undefined) return "connection";
  if (fields.field("TargetFilename") !== undefined) return "file";
  const name = textOf(fields, "SYSCALL");
  const isProcess = name === undefined ? fields.field("type")?.includes("EXECVE") : isExecve(name);
  return isProcess === true && textOf(fields, "success") !== "no" ? "process" : undefined;
}

/** Records by type, the first of each and the paths. */
interface Parts {
  readonly syscall: ReadonlyMap<string, string> | undefined;
  readonly execve: ReadonlyMap<string, string> | undefined;
  readonly cwd: string | undefined;
  readonly saddr: string | undefined;
  readonly proctitle: string | undefined;
  readonly paths: readonly ReadonlyMap<string, string>[];
}

function partsOf(records: readonly AuditRecord[]): Parts {
  const first = (type: string) => records.find((record) => record.type === type);
  const execve = records.filter(({ type }) => type === "EXECVE").flatMap(({ pairs }) => pairs);
  const syscall = first("SYSCALL");
  return {
    syscall: syscall && new Map(syscall.pairs),
    execve: execve.length === 0 ? undefined : new Map(execve),
    cwd: valueIn(first("CWD")?.pairs, "cwd") ?? valueIn(syscall?.pairs, "cwd"),
    saddr: valueIn(first("SOCKADDR")?.pairs, "saddr"),
    proctitle: valueIn(first("PROCTITLE")?.pairs, "proctitle"),
    paths: records.filter(({ type }) => type === "PATH").map(({ pairs }) => new Map(pairs)),
  };
}

const valueIn = (pairs: readonly Pair[] | undefined, name: string) => pairs?.find(([each]) => each === name)?.[1];

function nameOfSyscall(syscall: ReadonlyMap<string, string> | undefined): string | undefined {
  const number = syscall?.get("syscall") ?? "";
  const known = syscall?.get("SYSCALL");
  if (known !== undefined && !known.startsWith("unknown")) return known;
  return syscallName(syscall?.get("arch") ?? "", number) ?? (/^[a-z]\w*$/.test(number) ? number : undefined);
}

function addSyscall(gathered: Gathered, { syscall }: Parts): void {
  if (!gathered.has("SYSCALL")) gather(gathered, "SYSCALL", nameOfSyscall(syscall));
}

const isExecve = (name: string | undefined) => name === "execve" || name === "execveat";

/** A new process, by its `execve`; a record EXECVE that came alone tells its command line. */
function addProcess(gathered: Gathered, parts: Parts): void {
  const { syscall, execve, cwd, proctitle } = parts;
  if (syscall !== undefined) addActor(gathered, syscall);
  const isNew = syscall === undefined ? execve !== undefined : isExecve(nameOfSyscall(syscall)) && succeeded(syscall);
  gather(gathered, "CurrentDirectory", cwd);
  if (!isNew) return;
  if (!gathered.has("CommandLine")) gather(gathered, "CommandLine", commandLine(execve) ?? proctitle);
}

function addActor(gathered: Gathered, syscall: ReadonlyMap<string, string>): void {
  gather(gathered, "Image", syscall.get("exe"));
  gather(gathered, "ProcessId", syscall.get("pid"));
  gather(gathered, "ParentProcessId", syscall.get("ppid"));
  gather(gathered, "User", userName(syscall));
  gather(gathered, "LogonId", syscall.get("uid"));
}

/** The name, where the record has it; of the numbers only that of root is the same everywhere. */
function userName(syscall: ReadonlyMap<string, string>): string | undefined {
  const name = syscall.get("UID");
  if (name !== undefined && name !== "unset" && !name.startsWith("unknown(")) return name;
  const uid = syscall.get("uid");
  return uid === "0" ? "root" : uid;
}

const succeeded = (syscall: ReadonlyMap<string, string>): boolean => syscall.get("success") !== "no";

function commandLine(execve: ReadonlyMap<string, string> | undefined): string | undefined {
  if (execve?.has("a0") !== true) return undefined;
  const words: string[] = [];
  for (let word = execve.get("a0"); word !== undefined; word = execve.get(`a${words.length}`)) words.push(word);
  return words.join(" ");
}

/** A connection that is not waited for fails with EINPROGRESS: it is made all the same. */
const isMade = (syscall: ReadonlyMap<string, string>): boolean =>
  succeeded(syscall) || ["-115", "EINPROGRESS"].includes(syscall.get("exit") ?? "");

function addPeer(gathered: Gathered, { syscall, saddr }: Parts): void {
  const address = gathered.get("addr")?.[0];
  if (typeof address === "string" && parseAddress(address) !== undefined) gather(gathered, "SourceIp", address);
  const peer = saddr === undefined ? undefined : decodeSocketAddress(saddr);
  if (peer?.kind !== "internet" || syscall === undefined) return;
  if (nameOfSyscall(syscall) !== "connect" || !isMade(syscall)) return;
  gather(gathered, "DestinationIp", peer.address);
  gather(gathered, "DestinationPort", String(peer.port));
  gather(gathered, "Initiated", "true");
}

function addFiles(gathered: Gathered, { syscall, cwd, paths }: Parts): void {
  if (syscall === undefined || !succeeded(syscall)) return;
  const created = paths.filter((path) => path.get("nametype") === "CREATE").flatMap((path) => path.get("name") ?? []);
  for (const name of created) {
    gather(gathered, "TargetFilename", name.startsWith("/") || cwd === undefined ? name : absolute(cwd, name));
  }
}

/** A path as it is seen from a directory. */
function absolute(directory: string, name: string): string {
  const parts: string[] = [];
  for (const part of `${directory}/${name}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
