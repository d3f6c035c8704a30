import type { JsonObject } from "../../std/index.ts";
import { readDeviceLine, type DeviceLine } from "../appliance/deviceLine.ts";
import { blocked } from "../appliance/verdict.ts";
import { textOf } from "../fields.ts";
import { firstName } from "../identity.ts";
import { withParsed } from "../parsedFields.ts";
import { readerOf } from "../pathFields.ts";
import { lineKeys, lineOf } from "../recordText.ts";
import { alsoCalled } from "../renamed.ts";
import type { Shape } from "../shape.ts";
import { readSyslogLine, type SyslogLine } from "../syslog/syslogLine.ts";
import { syslogTimes } from "../syslog/syslogNames.ts";
import { forLast } from "../forLast.ts";

const own = readerOf({});

interface Reading extends SyslogLine {
  readonly device: DeviceLine | undefined;
}

const readingOf = forLast((record: JsonObject): Reading => {
  const line = lineOf(record) ?? "";
  const parts = readSyslogLine(line) ?? { message: line };
  const collected = ["programname", "PROGRAM", "app-name", "appname", "ident"].map((key) => record[key]);
  const program = parts.program ?? collected.find((each) => typeof each === "string");
  // rsyslog takes Cisco's mark for the tag.
  const tag = record["syslogtag"] ?? program ?? "";
  const message = typeof tag === "string" && tag.startsWith("%") ? `${tag} ${parts.message}` : parts.message;
  return { ...parts, program, device: readDeviceLine(message, program) };
});

/** FortiGate's `eventtime` is in seconds or nanoseconds; date and time are in the zone that `tz` names. */
const fortigateTime = {
  name: "fortigate.time",
  value: (fields: Parameters<typeof textOf>[0]) => {
    const [date, time, zone] = ["date", "time", "tz"].map((name) => textOf(fields, name));
    return date === undefined || time === undefined || zone === undefined ? undefined : `${date}T${time}${zone}`;
  },
};

/**
 * Messages of network devices, by the marks of their makers: Cisco (IOS, IOS XR, ASA), Huawei, Juniper, FortiGate, Palo Alto Networks,
 * and Netfilter's in the log of Linux; as lines of syslog or taken apart by a collector.
 */
export const appliance: Shape = {
  name: "appliance",
  keys: lineKeys,
  fits: (record) => readingOf(record).device !== undefined,
  read: (record) =>
    withParsed(own(record), () => {
      const { device, host, program, facility, severity, time } = readingOf(record);
      const said = Object.entries({ hostname: host, program, facility, severity, "syslog.time": time });
      return new Map([
        ...said.flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]] as const])),
        ...(device?.fields ?? []),
      ]);
    }),
  origin: (_, record) => {
    const { device } = readingOf(record);
    return { product: device?.log.split(" ")[0], log: device?.log, code: device?.code };
  },
  derivations: [
    ...alsoCalled([
      ["src_ip", "srcip"],
      ["src_port", "srcport"],
      ["dst_ip", "dstip"],
      ["dst_port", "dstport"],
    ]),
    blocked,
    fortigateTime,
  ],
  time: ["eventtime", "fortigate.time", ...syslogTimes],
  host: ["devname", "hostname", "host.name", "HOST", "fromhost", "host"],
  user: (fields) => firstName(fields, ["user", "srcuser"]),
  sourceAddress: ["src_ip", "srcip", "remip"],
};
