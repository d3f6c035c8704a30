import { forLast } from "../forLast.ts";
import { firstName } from "../identity.ts";
import { withParsed } from "../parsedFields.ts";
import { readerOf } from "../pathFields.ts";
import { lineKeys, lineOf } from "../recordText.ts";
import type { Shape } from "../shape.ts";
import { readSyslogLine } from "../syslog/syslogLine.ts";
import { readAccessLine } from "../web/accessLine.ts";
import { webDerivations } from "../web/webFields.ts";

const own = readerOf({});

/** The line itself, where it came by syslog without the header. */
const textIn = (line: string): string => (line.startsWith("<") ? (readSyslogLine(line)?.message ?? line) : line);

const parsed = forLast((record) => readAccessLine(textIn(lineOf(record) ?? "")));

/** Lines of a web server's access log in the common or combined format, in any shipper's envelope: Apache, nginx and many others. */
export const accessLog: Shape = {
  name: "accessLog",
  keys: lineKeys,
  fits: (record) => parsed(record) !== undefined,
  read: (record) => withParsed(own(record), () => parsed(record) ?? new Map()),
  origin: () => ({ log: "web access" }),
  derivations: webDerivations,
  time: ["time", "@timestamp", "timestamp"],
  host: ["host.name", "host.hostname", "agent.hostname", "hostname", "cs-host"],
  user: (fields) => firstName(fields, ["cs-username"]),
  sourceAddress: ["c-ip"],
};
