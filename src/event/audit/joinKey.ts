import type { JsonObject } from "../../std/index.ts";
import { textOf } from "../fields.ts";
import { readerOf } from "../pathFields.ts";
import { lineOf } from "../recordText.ts";
import { isAuditLine, readAuditLine } from "./auditLine.ts";
import type { AuditHeader } from "./auditRecord.ts";
import { filebeat } from "./forms/filebeat.ts";
import { parsed } from "./forms/parsed.ts";

/**
 * What the records of one audit event have in common, where each record is shipped by itself: machine, time and serial number.
 *
 * @returns undefined for a record that is an event by itself
 */
export function joinKeyOf(record: JsonObject): string | undefined {
  const header = headerOf(record);
  if (header?.serial === undefined) return undefined;
  const fields = fieldsOf(record);
  // Where the time is not known, the one that the shipper took from the record stands in for it.
  const time = header.time ?? textOf(fields, "@timestamp") ?? textOf(fields, "timestamp");
  const host = hosts.map((name) => textOf(fields, name)).find((name) => name !== undefined);
  return time === undefined ? undefined : JSON.stringify([header.node, host, time, header.serial]);
}

const fieldsOf = readerOf({});
const hosts = ["host.name", "host.hostname", "agent.hostname", "agent.name", "hostname", "host", "_HOSTNAME"];

function headerOf(record: JsonObject): AuditHeader | undefined {
  if (filebeat.fits(record)) return filebeat.read(record)[0]?.header;
  if (parsed.fits(record)) return parsed.read(record)[0]?.header;
  const text = lineOf(record);
  return text !== undefined && isAuditLine(text) ? readAuditLine(text)?.header : undefined;
}
