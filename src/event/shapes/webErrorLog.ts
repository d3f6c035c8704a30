import { withParsed, type FieldMap } from "../parsedFields.ts";
import { readerOf } from "../pathFields.ts";
import { lineKeys, lineOf } from "../recordText.ts";
import type { Shape } from "../shape.ts";

const own = readerOf({});

/** `[Wed Nov 25 10:00:00.123456 2026] [core:error] [pid 7:tid 9] [client 192.0.2.1:4711] ..` */
const apachePattern =
  /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})? \d{4}\] \[(?:\w{1,40}:)?[a-z]{2,10}\d?\]/;

/** `2026/11/25 10:00:00 [error] 7#7: *1 .., client: 192.0.2.1, server: ..` */
const nginxPattern = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[[a-z]{4,6}\] \d+#\d+: /;

const clientPattern = /(?:\[client |, client: )\[?([\da-f.:]+?)\]?(?::\d{1,5})?(?:\]|, |$)/;

function parse(line: string): FieldMap {
  const client = clientPattern.exec(line)?.[1];
  return client === undefined ? new Map() : new Map([["c-ip", [client]]]);
}

/**
 * Lines of the error logs of Apache and nginx, in any shipper's envelope.
 *
 * Their times have no time zone: that of the shipper counts.
 */
export const webErrorLog: Shape = {
  name: "webErrorLog",
  keys: lineKeys,
  fits: (record) => {
    const line = lineOf(record) ?? "";
    return apachePattern.test(line) || nginxPattern.test(line);
  },
  read: (record) => withParsed(own(record), () => parse(lineOf(record) ?? "")),
  origin: (_, record) => ({ log: nginxPattern.test(lineOf(record) ?? "") ? "nginx error" : "apache error" }),
  time: ["@timestamp", "timestamp", "time"],
  host: ["host.name", "host.hostname", "agent.hostname", "hostname"],
  user: () => undefined,
  sourceAddress: ["c-ip"],
};
