import { firstName } from "../identity.ts";
import { gather, gatherer, withParsed, type FieldMap } from "../parsedFields.ts";
import { readerOf } from "../pathFields.ts";
import { lineKeys, lineOf } from "../recordText.ts";
import type { Shape } from "../shape.ts";
import { readSyslogLine } from "../syslog/syslogLine.ts";
import { webDerivations } from "../web/webFields.ts";

const own = readerOf({});

/** Time, duration, client, result and status, bytes, method, URL, user, hierarchy and peer, type. */
const linePattern =
  /^(\d{9,11}\.\d{3}) +\d+ (\S{1,255}) ([A-Z_]{2,40})\/(\d{3}) (\d+) ([A-Z_]{1,30}) (\S+) (\S{1,255}) [A-Z_]{2,40}\/(\S{1,255})(?: (\S+))?/;

/** The line itself, where it came by syslog without the header. */
const textIn = (line: string): string => (line.startsWith("<") ? (readSyslogLine(line)?.message ?? line) : line);

function parse(line: string): FieldMap {
  const [, time, client, result, status, bytes, method, uri, user, peer, type] = linePattern.exec(line) ?? [];
  const gathered = gatherer();
  const parts = {
    ...{ time, "c-ip": client, "s-action": result, "sc-status": status, "sc-bytes": bytes, "cs-method": method },
    ...{ "cs-uri": uri, "cs-username": user, "r-ip": peer, "sc-content-type": type },
  };
  for (const [name, value] of Object.entries(parts)) if (value !== "-") gather(gathered, name, value);
  return gathered;
}

/** Lines of Squid's access log in its native format. */
export const squid: Shape = {
  name: "squid",
  keys: lineKeys,
  fits: (record) => linePattern.test(textIn(lineOf(record) ?? "")),
  read: (record) => withParsed(own(record), () => parse(textIn(lineOf(record) ?? ""))),
  origin: () => ({ log: "proxy access" }),
  derivations: webDerivations,
  time: ["time", "@timestamp"],
  host: ["host.name", "host.hostname", "hostname"],
  user: (fields) => firstName(fields, ["cs-username"]),
  sourceAddress: ["c-ip"],
};
