import { isJsonObject, type JsonObject } from "../../../std/index.ts";
import type { AuditForm } from "../auditForm.ts";
import type { AuditRecord, Pair } from "../auditRecord.ts";
import { objectsIn, scalarText } from "../jsonPairs.ts";
import { readPairs } from "../pairs.ts";
import { recordTypeName } from "../recordTypes.ts";

/** go-audit: `{"sequence":45,"timestamp":"1700000000.123","messages":[{"type":1300,"data":"arch=.."}],"uid_map":{"0":"root"}}`. */
export const goAudit: AuditForm = {
  fits: ({ messages, sequence, timestamp }) =>
    sequence !== undefined && timestamp !== undefined && objectsIn(messages).some(isMessage),
  read,
};

const isMessage = ({ type, data }: JsonObject): boolean => typeof type === "number" && typeof data === "string";

function read(record: JsonObject): AuditRecord[] {
  const header = { time: scalarText(record["timestamp"]), serial: scalarText(record["sequence"]) };
  const users = isJsonObject(record["uid_map"]) ? record["uid_map"] : {};
  return objectsIn(record["messages"]).map((message) => {
    const type = recordTypeName(scalarText(message["type"]) ?? "");
    const pairs = readPairs(scalarText(message["data"]) ?? "", type);
    return { type, header, pairs: [...pairs, ...userNames(pairs, users)] };
  });
}

/** The names of the users that the record has by number, under the names that auditd gives to its own interpretations. */
function userNames(pairs: readonly Pair[], users: JsonObject): Pair[] {
  return pairs.flatMap(([name, value]): Pair[] => {
    const user = name === "uid" || name === "auid" || name === "euid" ? users[value] : undefined;
    return typeof user === "string" && user !== "UNKNOWN_USER" ? [[name.toUpperCase(), user]] : [];
  });
}
