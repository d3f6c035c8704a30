import { isJsonObject, type JsonObject, type Scalar } from "../../std/index.ts";
import type { Derivation } from "../derivation.ts";
import { ecsHost, ecsTime } from "../ecs.ts";
import { textOf, type Fields } from "../fields.ts";
import { firstName } from "../identity.ts";
import type { Names } from "../layout.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

/** Auditbeat joins the records of an event itself and says what kind the first was. */
function fits(record: JsonObject): boolean {
  const { auditd } = record;
  return (isJsonObject(auditd) && auditd["message_type"] !== undefined) || record["auditd.message_type"] !== undefined;
}

const names: Names = [
  ["auditd.paths.name", "name"],
  ["auditd.paths.nametype", "nametype"],
  ["auditd.session", "ses"],
  ["auditd.result", "res"],
  ["process.name", "comm"],
  ["process.working_directory", "cwd"],
  ["tags", "key"],
  ["process.executable", "Image"],
  ["process.pid", "ProcessId"],
  ["process.parent.pid", "ParentProcessId"],
  ["process.ppid", "ParentProcessId"],
  ["source.ip", "SourceIp"],
  ["user.audit.id", "auid"],
  ["user.effective.id", "euid"],
  ["user.id", "uid"],
];

/** Auditbeat names the types in lower case, and of several records the first. */
function types(fields: Fields): readonly string[] | undefined {
  const first = textOf(fields, "auditd.message_type")?.toUpperCase();
  if (first === undefined) return undefined;
  const more = [
    fields.field("process.args") !== undefined && first === "SYSCALL" ? ["EXECVE"] : [],
    fields.field("auditd.paths.name") === undefined ? [] : ["PATH"],
    fields.field("process.working_directory") === undefined ? [] : ["CWD"],
    fields.field("destination.ip") === undefined ? [] : ["SOCKADDR"],
  ];
  return [first, ...more.flat()];
}

const argument = (at: number): Derivation => ({
  name: `a${at}`,
  replaces: true,
  value: (fields) => {
    const own = fields.field(`a${at}`) ?? [];
    const word: Scalar | undefined = fields.field("process.args")?.[at];
    return own.length === 0 && word === undefined ? undefined : [...own, ...(word === undefined ? [] : [word])];
  },
});

/** Rules ask for no argument behind this. */
const mostArguments = 16;

const syscall = (fields: Fields): string | undefined => textOf(fields, "syscall");
const failed = (fields: Fields): boolean => textOf(fields, "auditd.result") === "fail";

function toldBy(fields: Fields): "process" | "connection" | "file" | undefined {
  const name = syscall(fields) ?? "";
  if (name === "connect" && fields.field("destination.ip") !== undefined) return "connection";
  if (failed(fields)) return undefined;
  if (name === "execve" || name === "execveat") return "process";
  return created(fields) === undefined ? undefined : "file";
}

/** The paths that the call created, as they were given to it. */
function created(fields: Fields): readonly Scalar[] | undefined {
  const [paths, kinds] = [fields.field("auditd.paths.name"), fields.field("auditd.paths.nametype")];
  if (paths === undefined || paths.length !== kinds?.length) return undefined;
  const made = paths.filter((_, at) => kinds[at] === "CREATE");
  return made.length === 0 ? undefined : made;
}

/**
 * Auditbeat's module `auditd`: events of the Linux audit system that it joined. Fields have auditd's names, and those of the generic
 * categories.
 */
export const auditbeat: Shape = {
  name: "auditbeat",
  keys: ["auditd"],
  fits,
  read: readerOf({ homes: ["auditd.data"], names }),
  origin: (fields) => ({ product: "linux", log: "linux audit", code: toldBy(fields) }),
  derivations: [
    { name: "type", value: types },
    { name: "SYSCALL", value: syscall },
    ...Array.from({ length: mostArguments }, (_, at) => argument(at)),
    { name: "exe", value: (fields) => textOf(fields, "process.executable") },
    {
      name: "CommandLine",
      value: (fields) => fields.field("process.args")?.join(" ") ?? textOf(fields, "process.title"),
    },
    { name: "CurrentDirectory", value: (fields) => textOf(fields, "process.working_directory") },
    { name: "User", value: (fields) => textOf(fields, "user.name") ?? textOf(fields, "user.id") },
    { name: "LogonId", value: (fields) => textOf(fields, "user.id") },
    { name: "TargetFilename", value: created },
    { name: "DestinationIp", value: (fields) => textOf(fields, "destination.ip") },
    { name: "DestinationPort", value: (fields) => textOf(fields, "destination.port") },
    { name: "Initiated", value: (fields) => (syscall(fields) === "connect" ? "true" : undefined) },
  ],
  time: ecsTime,
  host: ecsHost,
  user: (fields) => firstName(fields, ["acct", "User"]),
  sourceAddress: ["SourceIp"],
};
