/** What a line of syslog says beside its message. Nothing of it is certain but the message. */
export interface SyslogLine {
  readonly facility?: string | undefined;
  readonly severity?: string | undefined;
  /** In ISO 8601; undefined where the line has neither year nor time zone. */
  readonly time?: string | undefined;
  readonly host?: string | undefined;
  readonly program?: string | undefined;
  readonly pid?: string | undefined;
  readonly message: string;
}

const priority = String.raw`(?:<(\d{1,3})>)`;
const isoTime = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)`;
const oldTime = String.raw`[A-Z][a-z]{2} [ \d]\d (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d{1,6})?`;
const tag = String.raw`([\w./()@+-]{1,128})(?:\[([\w.-]{1,64})\])?:(?: |$)`;

/** RFC 5424: priority and version, time, host, program, process, kind of message, structured data. */
const newPattern = new RegExp(
  String.raw`^${priority}1 (${isoTime}|-) (\S{1,255}) (\S{1,128}) (\S{1,128}) (\S{1,64}) (-|(?:\[(?:[^\]\\"]|\\.|"(?:[^"\\]|\\.)*")*\])+)(?: |$)`,
);

/** RFC 3164, and what rsyslog writes to files: with the priority or without, with either time. */
const oldPattern = new RegExp(
  String.raw`^${priority}?(?:(${isoTime})|${oldTime}) (?:(\S{0,254}[^\s:\]]) )?(?:${tag})?`,
);

/** What applications write behind a time that is no machine. */
const level = /^(?:trace|debug|info|notice|warn|warning|error|fatal|critical)$/i;

/** Without program: what network devices send behind the priority. */
const barePattern = new RegExp(String.raw`^${priority}`);

/** Reads a line of syslog; undefined if it does not begin as one. */
export function readSyslogLine(line: string): SyslogLine | undefined {
  const first = line.charCodeAt(0);
  // `<`, a digit, or the first letter of a month: of other lines nothing is tried.
  if (first !== 0x3c && !(first >= 0x30 && first <= 0x39) && !(first >= 0x41 && first <= 0x53)) return undefined;
  return readNew(line) ?? readOld(line) ?? readBare(line);
}

function readNew(line: string): SyslogLine | undefined {
  const match = newPattern.exec(line);
  if (match === null) return undefined;
  const [header, number = "", time = "", host = "", program = "", pid = ""] = match;
  const message = line.slice(header.length).replace(/^\uFEFF/, "");
  return { ...rank(number), time: said(time), host: said(host), program: said(program), pid: said(pid), message };
}

function readOld(line: string): SyslogLine | undefined {
  const match = oldPattern.exec(line);
  if (match === null) return undefined;
  const [header, number, time, host, program, pid] = match;
  // Without a priority nothing but the form tells that this is syslog.
  if (number === undefined && (program === undefined || host === undefined || level.test(host))) return undefined;
  return { ...(number !== undefined && rank(number)), time, host, program, pid, message: line.slice(header.length) };
}

function readBare(line: string): SyslogLine | undefined {
  const match = barePattern.exec(line);
  return match === null ? undefined : { ...rank(match[1] ?? ""), message: line.slice(match[0].length) };
}

const said = (text: string): string | undefined => (text === "-" ? undefined : text);

function rank(number: string): Pick<SyslogLine, "facility" | "severity"> {
  const value = Number(number);
  return { facility: facilities[value >> 3], severity: severities[value & 7] };
}

/** RFC 5424, section 6.2.1, by the names that `syslog(3)` gives them. */
export const facilities: readonly string[] = [
  "kern",
  "user",
  "mail",
  "daemon",
  "auth",
  "syslog",
  "lpr",
  "news",
  "uucp",
  "cron",
  "authpriv",
  "ftp",
  "ntp",
  "security",
  "console",
  "solaris-cron",
  ...Array.from({ length: 8 }, (_, at) => `local${at}`),
];

const severities = ["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"];
