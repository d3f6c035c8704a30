import { isJsonObject, type Json, type JsonObject, type Scalar } from "../../std/index.ts";
import type { Derivation } from "../derivation.ts";
import { textOf, type Fields } from "../fields.ts";
import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

const kinds = ["process_exec", "process_kprobe", "process_tracepoint", "process_exit", "process_lsm"] as const;

const eventOf = (record: JsonObject): JsonObject | undefined =>
  kinds.map((kind) => record[kind]).find((event) => isJsonObject(event) && isJsonObject(event["process"])) as
    JsonObject | undefined;

/** The path of the field, in whichever kind of event. */
const at = (path: string) => kinds.map((kind) => `${kind}.${path}`);

const first = (fields: Fields, path: string): readonly Scalar[] | undefined =>
  at(path)
    .map((each) => fields.field(each))
    .find((values) => values !== undefined);

const from = (name: string, path: string): Derivation => ({ name, value: (fields) => first(fields, path) });

/** Tetragon keeps the program and its arguments apart. */
const commandLine = (name: string, process: string): Derivation => ({
  name,
  value: (fields) => {
    const binary = first(fields, `${process}.binary`)?.[0];
    const words = first(fields, `${process}.arguments`)?.[0];
    return binary === undefined
      ? undefined
      : words === undefined
        ? String(binary)
        : `${String(binary)} ${String(words)}`;
  },
});

/** The peer of a hook on `tcp_connect` and its like, whose argument is a socket. */
const socket = (name: string, path: string): Derivation => from(name, `args.sock_arg.${path}`);

function toldBy(fields: Fields, record: JsonObject): string | undefined {
  const exec: Json | undefined = record["process_exec"];
  if (exec !== undefined) return "process";
  return textOf(fields, "process_kprobe.function_name") === "tcp_connect" ? "connection" : undefined;
}

/**
 * Tetragon's events in JSON, as its agent exports them.
 *
 * @see Tetragon, "gRPC API": the JSON has the names of its messages
 */
export const tetragon: Shape = {
  name: "tetragon",
  keys: kinds,
  fits: (record) => eventOf(record) !== undefined,
  read: readerOf({}),
  origin: (fields, record) => ({ product: "linux", log: "linux endpoint", code: toldBy(fields, record) }),
  derivations: [
    from("Image", "process.binary"),
    from("ProcessId", "process.pid"),
    from("CurrentDirectory", "process.cwd"),
    from("LogonId", "process.uid"),
    from("ParentImage", "parent.binary"),
    from("ParentProcessId", "parent.pid"),
    commandLine("CommandLine", "process"),
    commandLine("ParentCommandLine", "parent"),
    { name: "User", value: userName },
    socket("SourceIp", "saddr"),
    socket("SourcePort", "sport"),
    socket("DestinationIp", "daddr"),
    socket("DestinationPort", "dport"),
    { name: "Initiated", value: (fields) => (first(fields, "args.sock_arg.daddr") === undefined ? undefined : "true") },
  ],
  time: ["time", "@timestamp"],
  host: ["node_name", "host.name"],
  user: (fields) => firstName(fields, ["User"]),
  sourceAddress: [],
};

/** The name, where the agent looks it up; of the numbers only that of root is the same everywhere. */
function userName(fields: Fields): Scalar | undefined {
  const name = first(fields, "process.user.name")?.[0];
  if (name !== undefined) return name;
  const uid = first(fields, "process.uid")?.[0];
  return String(uid) === "0" ? "root" : uid;
}
