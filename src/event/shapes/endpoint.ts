import type { JsonObject } from "../../std/index.ts";
import { ecsHost, ecsKind, ecsTime, type EcsKind } from "../ecs.ts";
import { textOf, type Fields } from "../fields.ts";
import { firstName } from "../identity.ts";
import type { Names } from "../layout.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";
import { forLast } from "../forLast.ts";

const products = new Map([
  ["linux", "linux"],
  ["macos", "macos"],
  ["darwin", "macos"],
]);

/** The system of the machine: of Windows other shapes know more. */
function productOf({ fields }: EcsKind): string | undefined {
  const type = textOf(fields, "host.os.type") ?? textOf(fields, "host.os.platform") ?? "";
  const known = products.get(type);
  if (known !== undefined) return known;
  const family = textOf(fields, "host.os.kernel") !== undefined && type !== "windows" && type !== "";
  return family ? "linux" : undefined;
}

type Told = "process" | "file" | "connection";

/** Of the actions of Elastic Defend and Auditbeat, those that a category of Sigma stands for. */
const actions: ReadonlyMap<string, Told> = new Map([
  ["exec", "process"],
  ["executed", "process"],
  ["process_started", "process"],
  ["creation", "file"],
  ["created", "file"],
  ["rename", "file"],
  ["moved", "file"],
  ["connection_attempted", "connection"],
  ["connected-to", "connection"],
  ["network_flow", "connection"],
]);

/** What an event tells of: by its action, else by category and type. */
function toldBy({ categories, types, fields }: EcsKind): Told | undefined {
  const action = (fields.field("event.action") ?? []).map((each) => actions.get(String(each))).find((told) => told);
  if (action !== undefined) return action;
  // A fork has the image of its parent: it is no new program.
  if (categories.includes("process") && types.includes("start")) {
    return fields.field("event.action")?.includes("fork") === true ? undefined : "process";
  }
  if (categories.includes("file") && types.includes("creation")) return "file";
  // A look-up is told by its own shape.
  if (fields.field("dns.question.name") !== undefined) return undefined;
  const isStart = types.includes("start") || (types.includes("connection") && !types.includes("end"));
  return categories.includes("network") && isStart && fields.field("destination.ip") !== undefined
    ? "connection"
    : undefined;
}

interface Kind {
  readonly product: string;
  readonly told: Told | undefined;
}

const kindOf = forLast((record: JsonObject): Kind | undefined => {
  const kind = ecsKind(record);
  const product = kind && productOf(kind);
  if (product === undefined || kind === undefined) return undefined;
  const told = toldBy(kind);
  return told !== undefined || kind.categories.includes("process") ? { product, told } : undefined;
});

const names: Names = [
  ["process.executable", "Image"],
  ["process.command_line", "CommandLine"],
  ["process.title", "CommandLine"],
  ["process.pid", "ProcessId"],
  ["process.entity_id", "ProcessGuid"],
  ["process.working_directory", "CurrentDirectory"],
  ["process.parent.executable", "ParentImage"],
  ["process.parent.command_line", "ParentCommandLine"],
  ["process.parent.pid", "ParentProcessId"],
  ["process.ppid", "ParentProcessId"],
  ["process.hash.md5", "md5"],
  ["process.hash.sha1", "sha1"],
  ["process.hash.sha256", "sha256"],
  ["user.name", "User"],
  ["user.id", "LogonId"],
  ["file.path", "TargetFilename"],
  ["source.ip", "SourceIp"],
  ["source.port", "SourcePort"],
  ["destination.ip", "DestinationIp"],
  ["destination.port", "DestinationPort"],
  ["destination.domain", "DestinationHostname"],
  ["dns.question.name", "DestinationHostname"],
  ["network.transport", "Protocol"],
];

const initiated = new Map([
  ["egress", "true"],
  ["outbound", "true"],
  ["outgoing", "true"],
  ["ingress", "false"],
  ["inbound", "false"],
  ["incoming", "false"],
]);

/** An argument that has spaces is not told apart from two: rules look for words all the same. */
function commandLine(fields: Fields): string | undefined {
  return fields.field("process.args")?.join(" ");
}

/**
 * Processes, files and connections of Linux and macOS in the Elastic Common Schema: Elastic Defend, Auditbeat (its modules `auditd`,
 * `system` and `file_integrity`), and agents that write the same.
 *
 * What Auditbeat's module `auditd` has of the audit system goes by auditd's names as well.
 */
export const endpoint: Shape = {
  name: "endpoint",
  keys: ["event"],
  fits: (record) => kindOf(record) !== undefined,
  read: readerOf({ names, homes: ["auditd.data"] }),
  origin: (_, record) => {
    const kind = kindOf(record);
    return { product: kind?.product, log: `${kind?.product ?? ""} endpoint`, code: kind?.told };
  },
  derivations: [
    { name: "CommandLine", value: commandLine },
    { name: "Initiated", value: (fields) => initiated.get(textOf(fields, "network.direction") ?? "") },
  ],
  time: ecsTime,
  host: ecsHost,
  user: (fields) => firstName(fields, ["User", "user.id"]),
  sourceAddress: ["SourceIp"],
};
