import { isJsonObject, type JsonObject } from "../../std/index.ts";
import { textOf, type Fields } from "../fields.ts";
import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

const fits = (record: JsonObject): boolean =>
  isJsonObject(record["output_fields"]) && record["rule"] !== undefined && record["priority"] !== undefined;

/** Falco names the system call with the direction in which it was seen in older versions: `<` where it left the kernel. */
function toldBy(fields: Fields): "process" | "connection" | "file" | undefined {
  const call = (textOf(fields, "evt.type") ?? "").toLowerCase();
  if (call === "execve" || call === "execveat") return "process";
  if (call === "connect" && textOf(fields, "DestinationIp") !== undefined) return "connection";
  const isNew = textOf(fields, "evt.arg.flags")?.includes("O_CREAT") === true;
  return isNew && textOf(fields, "TargetFilename") !== undefined ? "file" : undefined;
}

/** An event of the system calls that Falco watches: others come from its plugins and are of another product. */
const isSyscall = (record: JsonObject): boolean => record["source"] === undefined || record["source"] === "syscall";

/**
 * Falco's alerts in JSON. What is known of a process depends on the output of the rule that fired.
 *
 * @see Falco, "Supported Fields for Conditions and Outputs"
 */
export const falco: Shape = {
  name: "falco",
  keys: ["output_fields"],
  fits,
  read: readerOf({
    homes: ["output_fields"],
    names: [
      ["proc.exepath", "Image"],
      ["proc.exe", "Image"],
      ["proc.cmdline", "CommandLine"],
      ["proc.pid", "ProcessId"],
      ["proc.ppid", "ParentProcessId"],
      ["proc.pexepath", "ParentImage"],
      ["proc.pcmdline", "ParentCommandLine"],
      ["proc.cwd", "CurrentDirectory"],
      ["user.name", "User"],
      ["user.uid", "LogonId"],
      ["fs.path.name", "TargetFilename"],
      ["fd.name", "TargetFilename"],
      ["fd.rip", "DestinationIp"],
      ["fd.sip", "DestinationIp"],
      ["fd.rport", "DestinationPort"],
      ["fd.sport", "DestinationPort"],
      ["fd.sip.name", "DestinationHostname"],
    ],
  }),
  origin: (fields, record) =>
    isSyscall(record) ? { product: "linux", log: "linux endpoint", code: toldBy(fields) } : {},
  time: ["time", "evt.time", "@timestamp"],
  host: ["hostname", "evt.hostname", "host.name"],
  user: (fields) => firstName(fields, ["User"]),
  sourceAddress: [],
};
