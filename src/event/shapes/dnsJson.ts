import type { JsonObject } from "../../std/index.ts";
import { dnsDerivations } from "../dns/dnsFields.ts";
import { ecsHost } from "../ecs.ts";
import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

const names = [
  ["dns.question.name", "query"],
  ["query_name", "query"],
  ["dns.question.type", "record_type"],
  ["query_type", "record_type"],
  ["dns.answers.data", "answer"],
  ["dns.resolved_ip", "answer"],
  ["answers.Rdata", "answer"],
  ["source.ip", "src_ip"],
  ["client.ip", "src_ip"],
  ["srcaddr", "src_ip"],
] as const;

function fits(record: JsonObject): boolean {
  const { dns, query_name, query_type } = record;
  const isEcs = typeof dns === "object" && dns !== null && "question" in dns;
  return isEcs || record["dns.question.name"] !== undefined || (query_name !== undefined && query_type !== undefined);
}

/** Queries as JSON: the Elastic Common Schema (Packetbeat and the integrations for name servers), Route 53's resolver. */
export const dnsJson: Shape = {
  name: "dnsJson",
  keys: ["dns", "query_name"],
  fits,
  read: readerOf({ names }),
  origin: () => ({ log: "dns queries" }),
  derivations: dnsDerivations,
  time: ["@timestamp", "query_timestamp", "event.created", "timestamp"],
  host: [...ecsHost, "srcids.instance"],
  user: (fields) => firstName(fields, ["user.name"]),
  sourceAddress: ["src_ip"],
};
