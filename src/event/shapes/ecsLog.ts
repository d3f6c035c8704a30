import type { JsonObject } from "../../std/index.ts";
import { ecsHost, ecsKind, ecsTime } from "../ecs.ts";
import { account, firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

/** Data sets whose events are told by their message: data set, or its first part -> the log. */
const logs = new Map([
  ["apache.error", "apache error"],
  ["nginx.error", "nginx error"],
  ...["postgresql", "mysql", "mysql_enterprise", "mssql", "microsoft_sqlserver", "oracle", "mongodb"].map(
    (module) => [module, "database"] as const,
  ),
]);

function logOf(record: JsonObject): string | undefined {
  const kind = ecsKind(record);
  return kind && (logs.get(kind.dataset) ?? logs.get(kind.module));
}

/** Messages of programs in the envelope of Filebeat or Elastic Agent, where the data set says whose they are. */
export const ecsLog: Shape = {
  name: "ecsLog",
  keys: ["event"],
  fits: (record) => logOf(record) !== undefined,
  read: readerOf({}),
  origin: (_, record) => ({ log: logOf(record) }),
  time: ecsTime,
  host: ecsHost,
  user: (fields) => account(fields, "user.domain", "user.name") ?? firstName(fields, ["user.name"]),
  sourceAddress: ["source.ip", "client.ip", "source.address"],
};
