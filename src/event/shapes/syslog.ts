import { parseAddress, type JsonObject } from "../../std/index.ts";
import type { Derivation } from "../derivation.ts";
import { textOf, type Fields } from "../fields.ts";
import { firstName } from "../identity.ts";
import { gather, gatherer, withParsed, type FieldMap } from "../parsedFields.ts";
import { readerOf } from "../pathFields.ts";
import { lineKeys, lineOf } from "../recordText.ts";
import type { Shape } from "../shape.ts";
import { partyOf } from "../syslog/messageUser.ts";
import { serviceOf } from "../syslog/programs.ts";
import { readSyslogLine } from "../syslog/syslogLine.ts";
import { syslogTimes } from "../syslog/syslogNames.ts";

/** Names that collectors have for the parts of a message -> one name for each. */
const names = [
  ["SYSLOG_IDENTIFIER", "program"],
  ["programname", "program"],
  ["PROGRAM", "program"],
  ["app-name", "program"],
  ["appname", "program"],
  ["app_name", "program"],
  ["ident", "program"],
  ["syslog_program", "program"],
  ["application_name", "program"],
  ["syslog.identifier", "program"],
  ["log.syslog.appname", "program"],
  ["process.name", "program"],
  ["SourceName", "program"],
  ["_COMM", "program"],
  ["SYSLOG_FACILITY", "facility"],
  ["FACILITY", "facility"],
  ["syslogfacility-text", "facility"],
  ["syslogfacility_text", "facility"],
  ["syslogfacility", "facility"],
  ["facility_label", "facility"],
  ["SyslogFacility", "facility"],
  ["log.syslog.facility.name", "facility"],
  ["HOST", "hostname"],
  ["_HOSTNAME", "hostname"],
  ["fromhost", "hostname"],
  ["logsource", "hostname"],
  ["Hostname", "hostname"],
  ["log.syslog.hostname", "hostname"],
] as const;

const own = readerOf({ names });

/** Of these one goes with a message in the JSON of each collector: journald, rsyslog, syslog-ng, Fluent Bit, Vector, Filebeat, NXLog. */
const signs = [
  ...["SYSLOG_IDENTIFIER", "_SYSTEMD_UNIT", "_TRANSPORT", "programname", "syslogtag", "app-name", "PROGRAM", "ident"],
  ...["appname", "app_name", "syslogfacility-text", "program", "application_name", "SyslogFacility", "systemd"],
] as const;

const datasets = new Set(["system.auth", "system.syslog"]);

function fits(record: JsonObject): boolean {
  const line = lineOf(record);
  if (line === undefined) return false;
  if (signs.some((key) => record[key] !== undefined)) return true;
  return isFilebeat(record) || readSyslogLine(line) !== undefined;
}

function isFilebeat(record: JsonObject): boolean {
  const { event, log } = record as Readonly<Record<string, { dataset?: unknown; syslog?: unknown } | null | undefined>>;
  const dataset = event?.dataset ?? record["event.dataset"];
  return log?.syslog !== undefined || (typeof dataset === "string" && datasets.has(dataset));
}

/** The parts of a line; nothing where the collector has taken it apart already. */
function parse(record: JsonObject): FieldMap {
  const gathered = gatherer();
  const parts = signs.some((key) => record[key] !== undefined) ? undefined : readSyslogLine(lineOf(record) ?? "");
  const { facility, severity, time, host, program, pid } = parts ?? {};
  for (const [name, value] of Object.entries({
    program,
    pid,
    hostname: host,
    facility,
    severity,
    "syslog.time": time,
  })) {
    gather(gathered, name, value);
  }
  return gathered;
}

/** rsyslog's `syslogtag` is `sshd[42]:`. */
function programOf(fields: Fields): string | undefined {
  const known = textOf(fields, "program");
  return known ?? /^[^\s[:]+/.exec(textOf(fields, "syslogtag") ?? "")?.[0];
}

/** What the program wrote, without the header of the line. */
function messageOf(fields: Fields): string {
  const line = ["message", "MESSAGE", "msg", "log"]
    .map((name) => textOf(fields, name))
    .find((text) => text !== undefined);
  return line === undefined ? "" : (readSyslogLine(line)?.message ?? line);
}

/** sudo separates what it says of a command by ` ; `. */
const sudoField = (name: string): Derivation => {
  const pattern = new RegExp(String.raw`(?:^|[ ;:]) ?${name}=(${name === "COMMAND" ? ".*" : "[^;]*[^; ]"})`, "s");
  return { name, value: (fields) => (isSudo(fields) ? pattern.exec(messageOf(fields))?.[1] : undefined) };
};

/** ClamAV: `/srv/upload/a.bin: Win.Test.EICAR_HDB-1 FOUND`, the signature perhaps with a hash behind it. */
const foundPattern = /^(?:[^>]{0,40} -> )?(\/.{1,4096}?): (\S{1,255}?)(?:\([\da-f]+:\d+\))? FOUND$/;

const isSudo = (fields: Fields): boolean => serviceOf(programOf(fields), undefined) === "sudo";

/**
 * Messages of syslog and of the systemd journal: lines of RFC 3164, RFC 5424 and of rsyslog's files in any shipper's envelope, and
 * messages that a collector took apart. What Sigma calls the log follows from the program that wrote to it.
 *
 * A line of RFC 3164 has neither year nor time zone: its time is not used.
 *
 * @see RFC 3164; RFC 5424, section 6; systemd.journal-fields(7)
 */
export const syslog: Shape = {
  name: "syslog",
  keys: lineKeys,
  fits,
  read: (record) => withParsed(own(record), () => parse(record)),
  origin: (fields) => ({
    product: "linux",
    log: `linux ${serviceOf(programOf(fields), textOf(fields, "facility"))}`,
    code: foundPattern.test(messageOf(fields)) ? "found" : undefined,
  }),
  derivations: [
    ...["TTY", "PWD", "USER", "COMMAND"].map(sudoField),
    { name: "program", value: programOf },
    { name: "Filename", value: (fields) => foundPattern.exec(messageOf(fields))?.[1] },
    { name: "Signature", value: (fields) => foundPattern.exec(messageOf(fields))?.[2] },
    { name: "SourceIp", value: (fields) => addressIn(messageOf(fields)) },
  ],
  time: syslogTimes,
  host: ["hostname", "host.name", "host.hostname", "host"],
  user: (fields) => partyOf(messageOf(fields)).user ?? firstName(fields, ["user.name"]),
  sourceAddress: ["source.ip", "SourceIp"],
};

function addressIn(message: string): string | undefined {
  const { address } = partyOf(message);
  return address !== undefined && parseAddress(address) !== undefined ? address : undefined;
}
