import { isJsonObject, type JsonObject } from "../../std/index.ts";
import { textOf, type Fields } from "../fields.ts";
import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import { alsoCalled } from "../renamed.ts";
import type { Shape } from "../shape.ts";

/** A line of the results log, or what Filebeat's module made of it. */
const fits = (record: JsonObject): boolean =>
  (record["hostIdentifier"] !== undefined && (isRow(record["columns"]) || record["snapshot"] !== undefined)) ||
  (isJsonObject(record["osquery"]) && isJsonObject(record["osquery"]["result"]));

const isRow = (columns: unknown): boolean => typeof columns === "object" && columns !== null;

const column = (name: string) => [`columns.${name}`, `osquery.result.columns.${name}`] as const;

const has = (fields: Fields, ...names: readonly string[]): boolean =>
  names.every((name) => column(name).some((path) => fields.field(path) !== undefined));

/** What the table's columns tell of: results name the query, not the table. */
function kindOf(fields: Fields): "process" | "file" | "connection" | undefined {
  if (textOf(fields, "action") === "removed") return undefined;
  if (has(fields, "cmdline", "path", "pid", "parent") && has(fields, "time"))
    return isExec(fields) ? "process" : undefined;
  if (has(fields, "target_path", "action", "time")) {
    return created.has(textOf(fields, "columns.action") ?? "") ? "file" : undefined;
  }
  if (has(fields, "dest_filename", "filename", "event_type")) return "file";
  return has(fields, "remote_address", "remote_port", "action") ? "connection" : undefined;
}

const created = new Set(["CREATED", "MOVED_TO"]);

/** macOS tells of `fork` and `exit` in the same table. */
const isExec = (fields: Fields): boolean => ["", "exec", "execve", "execveat"].includes(eventType(fields));

const eventType = (fields: Fields): string =>
  textOf(fields, "columns.event_type") ?? textOf(fields, "columns.syscall") ?? "";

/** Columns that the tables of Endpoint Security alone have, and folders that macOS alone has. */
const macOnly = ["signing_id", "team_id", "cdhash", "platform_binary"];
const macPath = /^\/(?:Applications|Library|System|Users|Volumes|private)\//;

function productOf(fields: Fields): "macos" | "linux" | "windows" {
  const platform = textOf(fields, "decorations.platform") ?? textOf(fields, "host.os.type") ?? "";
  if (platform === "darwin" || platform === "macos") return "macos";
  if (platform === "windows") return "windows";
  if (platform !== "") return "linux";
  const path = textOf(fields, "columns.path") ?? textOf(fields, "columns.target_path") ?? "";
  if (/^[a-z]:\\/i.test(path)) return "windows";
  return macOnly.some((name) => has(fields, name)) || macPath.test(path) ? "macos" : "linux";
}

/**
 * osquery's results, a row of a table of events each: `process_events`, `es_process_events`, `bpf_process_events`, `file_events`,
 * `es_process_file_events`, `socket_events`. Rows of other tables have their columns under the columns' names.
 */
export const osquery: Shape = {
  name: "osquery",
  keys: ["hostIdentifier", "osquery"],
  fits,
  read: readerOf({ homes: ["columns", "osquery.result.columns"], hidden: new Set(["action", "time", "name"]) }),
  origin: (fields) => {
    const product = productOf(fields);
    return { product, log: `${product} endpoint`, code: kindOf(fields) };
  },
  derivations: [
    ...alsoCalled([
      ["Image", "path"],
      ["CommandLine", "cmdline"],
      ["ProcessId", "pid"],
      ["ParentProcessId", "parent"],
      ["CurrentDirectory", "cwd"],
      ["User", "username"],
      ["LogonId", "uid"],
      ["TargetFilename", "target_path", "dest_filename", "filename"],
      ["DestinationIp", "remote_address"],
      ["DestinationPort", "remote_port"],
      ["SourceIp", "local_address"],
      ["SourcePort", "local_port"],
    ]),
    // Of the numbers only that of root is the same everywhere.
    { name: "User", value: (fields) => (textOf(fields, "uid") === "0" ? "root" : undefined) },
  ],
  time: ["columns.time", "unixTime", "osquery.result.unix_time", "@timestamp", "calendarTime"],
  host: ["hostIdentifier", "decorations.hostname", "host.name", "osquery.result.host_identifier"],
  user: (fields) => firstName(fields, ["username", "decorations.username", "uid"]),
  sourceAddress: [],
};
