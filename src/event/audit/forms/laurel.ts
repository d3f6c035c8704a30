import type { JsonObject } from "../../../std/index.ts";
import type { AuditForm } from "../auditForm.ts";
import type { AuditRecord, Pair } from "../auditRecord.ts";
import { membersOf, objectsIn, pairsOf, scalarText } from "../jsonPairs.ts";

/**
 * Laurel: `{"ID":"1700000000.123:45","SYSCALL":{..},"EXECVE":{"argc":2,"ARGV":[..]},"PATH":[{..},{..}]}`, values decoded.
 *
 * Its `PARENT_INFO` and the `PPID` of a SYSCALL tell of the parent process: they are records of that type.
 */
export const laurel: AuditForm = {
  fits: ({ ID }) => typeof ID === "string" && idPattern.test(ID),
  read,
};

const idPattern = /^(\d+\.\d+):(\d+)$/;

function read(record: JsonObject): AuditRecord[] {
  const [, time, serial] = idPattern.exec(scalarText(record["ID"]) ?? "") ?? [];
  const header = { time, serial, node: scalarText(record["NODE"]) };
  return Object.keys(record)
    .filter((type) => /^[A-Z][A-Z_\d]*$/.test(type))
    .flatMap((type) => objectsIn(record[type]).map((part) => ({ type, header, pairs: partPairs(type, part) })));
}

function partPairs(type: string, { ARGV, ARGV_STR, PPID, ...rest }: JsonObject): Pair[] {
  const pairs = pairsOf(rest, (_, value) => value);
  const words = membersOf(ARGV).map((word) => scalarText(word) ?? "");
  const text = scalarText(ARGV_STR) ?? words.join(" ");
  if (type === "PROCTITLE" && text !== "") pairs.push(["proctitle", text]);
  if (type === "EXECVE") pairs.push(...words.map((word, index): Pair => [`a${index}`, word]));
  if (type === "EXECVE" && words.length === 0 && text !== "") pairs.push(["CommandLine", text]);
  for (const parent of objectsIn(PPID)) {
    if (parent["exe"] !== undefined) pairs.push(["ParentImage", scalarText(parent["exe"]) ?? ""]);
  }
  return type === "PARENT_INFO" ? parentPairs(rest, text) : pairs;
}

/** Its names are those of the process itself in other records. */
function parentPairs({ exe }: JsonObject, commandLine: string): Pair[] {
  return [
    ...(exe === undefined ? [] : [["ParentImage", scalarText(exe) ?? ""] as const]),
    ...(commandLine === "" ? [] : [["ParentCommandLine", commandLine] as const]),
  ];
}
