import { isJsonObject, type JsonObject } from "../../std/index.ts";
import { textOf, type Fields } from "../fields.ts";
import { readerOf } from "../pathFields.ts";
import { alsoCalled } from "../renamed.ts";
import type { Shape } from "../shape.ts";

/** Every message has a process with its token and exactly one event. */
const fits = (record: JsonObject): boolean =>
  isJsonObject(record["process"]) &&
  isJsonObject(record["process"]["audit_token"]) &&
  isJsonObject(record["event"]) &&
  record["event_type"] !== undefined;

function toldBy(fields: Fields): "process" | "file" | undefined {
  if (fields.field("event.exec.target.executable.path") !== undefined) return "process";
  return created(fields) === undefined ? undefined : "file";
}

/** Of `create` the existing file, or the folder and the name of the new one; of `rename` the destination likewise. */
function created(fields: Fields): string | undefined {
  for (const place of ["event.create.destination", "event.rename.destination"]) {
    const [folder, name] = [textOf(fields, `${place}.new_path.dir.path`), textOf(fields, `${place}.new_path.filename`)];
    const existing = textOf(fields, `${place}.existing_file.path`);
    if (existing !== undefined) return existing;
    if (folder !== undefined && name !== undefined) return `${folder.replace(/\/$/, "")}/${name}`;
  }
  return undefined;
}

/** In an `exec` the process is the one that is replaced: the new program is the event's target. */
const exec = "event.exec.target";

/**
 * Apple's eslogger: the messages of Endpoint Security in JSON.
 *
 * In an `exec` the process of the message is what is replaced, mostly a shell's copy of itself: it stands for the parent, whose own
 * path is not told.
 */
export const eslogger: Shape = {
  name: "eslogger",
  keys: ["event_type"],
  fits,
  read: readerOf({}),
  origin: (fields) => ({ product: "macos", log: "macos endpoint", code: toldBy(fields) }),
  derivations: [
    ...alsoCalled([
      ["Image", `${exec}.executable.path`, "process.executable.path"],
      ["ProcessId", `${exec}.audit_token.pid`, "process.audit_token.pid"],
      ["ParentProcessId", `${exec}.ppid`, "process.ppid"],
      ["CurrentDirectory", "event.exec.cwd.path"],
      ["LogonId", `${exec}.audit_token.euid`, "process.audit_token.euid"],
    ]),
    { name: "CommandLine", value: (fields) => fields.field("event.exec.args")?.join(" ") },
    { name: "ParentImage", value: parentImage },
    { name: "TargetFilename", value: created },
    { name: "User", value: userName },
  ],
  time: ["time", "@timestamp"],
  host: ["host.name", "hostname"],
  user: userName,
  sourceAddress: [],
};

/** What is known of the parent of a new program. */
function parentImage(fields: Fields): string | undefined {
  const isExec = fields.field(`${exec}.executable.path`) !== undefined;
  return isExec ? textOf(fields, "process.executable.path") : undefined;
}

/** Messages have numbers; that of root is the same everywhere. */
function userName(fields: Fields): string | undefined {
  const uid = textOf(fields, `${exec}.audit_token.euid`) ?? textOf(fields, "process.audit_token.euid");
  return uid === "0" ? "root" : uid;
}
