import type { AuditRecord } from "./auditRecord.ts";
import { readPairs } from "./pairs.ts";
import { recordTypeName } from "./recordTypes.ts";

/** Where a line of syslog or a shipper may have put something before the record. */
const longestPrefix = 300;

/** `type=SYSCALL msg=audit(1700000000.123:45): ` of audit.log, `audit: type=1300 audit(..): ` of the kernel's log. */
const headerPattern =
  /(?:node=(\S+) )?type=([A-Z_\d[\]]+) (?:msg=)?audit\(([^():]*(?::\d\d:\d\d[^():]*)?):(\d+)\) ?:? ?/;

/** Whether a text is a line of the audit system. Costs little for those that are not. */
export function isAuditLine(text: string): boolean {
  const at = text.indexOf("audit(");
  return at > 0 && at < longestPrefix && headerPattern.test(text.slice(0, longestPrefix));
}

/** Reads a line of audit.log, of the kernel's log or of an audit dispatcher; undefined if it is something else. */
export function readAuditLine(line: string): AuditRecord | undefined {
  const header = headerPattern.exec(line.slice(0, longestPrefix));
  if (header === null) return undefined;
  const [match, node, number = "", written = "", serial] = header;
  const type = recordTypeName(number);
  const isInterpreted = !/^\d+(?:\.\d+)?$/.test(written);
  const pairs = readPairs(line.slice(header.index + match.length), type, isInterpreted);
  return { type, pairs, header: { time: isInterpreted ? undefined : written, serial, node } };
}

/** The same of a text that may hold several lines. */
export function readAuditLines(text: string): AuditRecord[] {
  return text.split("\n").flatMap((line) => readAuditLine(line) ?? []);
}
