import type { JsonObject } from "../../std/index.ts";
import { dnsDerivations } from "../dns/dnsFields.ts";
import { readDnsLine } from "../dns/dnsLine.ts";
import { withParsed } from "../parsedFields.ts";
import { readerOf } from "../pathFields.ts";
import { lineKeys, lineOf } from "../recordText.ts";
import type { Shape } from "../shape.ts";
import { readSyslogLine, type SyslogLine } from "../syslog/syslogLine.ts";
import { syslogTimes } from "../syslog/syslogNames.ts";
import { forLast } from "../forLast.ts";

const own = readerOf({});

const messageIn = forLast((record: JsonObject): SyslogLine => {
  const message = lineOf(record) ?? "";
  return readSyslogLine(message) ?? { message };
});

const parsed = forLast((record) => readDnsLine(messageIn(record).message));

/** Queries in the logs of name servers: BIND, dnsmasq, Unbound, CoreDNS, as lines of a file or of syslog. */
export const dnsLog: Shape = {
  name: "dnsLog",
  keys: lineKeys,
  fits: (record) => parsed(record) !== undefined,
  read: (record) =>
    withParsed(own(record), () => {
      const { time, host, program } = messageIn(record);
      const more = { "syslog.time": time, hostname: host, program };
      const said = Object.entries(more).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, [value]] as const],
      );
      return new Map([...(parsed(record) ?? []), ...said]);
    }),
  origin: () => ({ log: "dns queries" }),
  derivations: dnsDerivations,
  time: syslogTimes,
  host: ["hostname", "host.name", "host.hostname", "host"],
  user: () => undefined,
  sourceAddress: ["src_ip"],
};
