import { isJsonObject, type Json, type JsonObject } from "../../std/index.ts";
import { dnsDerivations } from "../dns/dnsFields.ts";
import { readerOf } from "../pathFields.ts";
import { alsoCalled } from "../renamed.ts";
import type { Shape } from "../shape.ts";
import { webDerivationsOf } from "../web/webFields.ts";

function typeOf(record: JsonObject): string | undefined {
  const type: Json | undefined = eveOf(record)["event_type"] ?? record["suricata.eve.event_type"];
  return typeof type === "string" ? type : undefined;
}

/** Filebeat's module keeps what Suricata wrote in `suricata.eve`. */
function eveOf(record: JsonObject): JsonObject {
  const { suricata } = record;
  return isJsonObject(suricata) && isJsonObject(suricata["eve"]) ? suricata["eve"] : record;
}

/** Every event of a flow has one of these, statistics none. */
const signs = [["flow_id"], ["suricata.eve.flow_id"], ["src_ip", "dest_ip", "proto"]] as const;

const fits = (record: JsonObject): boolean =>
  typeOf(record) !== undefined &&
  (eveOf(record) !== record || signs.some((keys) => keys.every((key) => record[key] !== undefined)));

/**
 * Suricata's EVE log in JSON, bare or in Filebeat's module. Names are Suricata's own; requests and queries have the names of the
 * generic categories besides.
 *
 * @see Suricata, "EVE JSON format"
 */
export const suricata: Shape = {
  name: "suricata",
  keys: ["event_type", "suricata"],
  fits,
  read: readerOf({
    homes: ["suricata.eve"],
    names: [
      ["source.ip", "src_ip"],
      ["source.port", "src_port"],
      ["destination.ip", "dest_ip"],
      ["destination.port", "dest_port"],
      ["network.transport", "proto"],
    ],
  }),
  origin: (_, record) => ({ product: "suricata", log: `suricata ${typeOf(record) ?? ""}` }),
  derivations: [
    ...alsoCalled([
      ["query", "dns.rrname", "dns.query.rrname", "dns.queries.rrname", "dns.question.name"],
      ["record_type", "dns.rrtype", "dns.query.rrtype", "dns.queries.rrtype", "dns.question.type"],
      ["answer", "dns.answers.rdata", "dns.rdata", "dns.grouped.A", "dns.grouped.TXT", "dns.answers.data"],
      ["dst_ip", "dest_ip"],
      ["dst_port", "dest_port"],
      ["cs-uri", "url.original"],
      ["cs-method", "http.request.method"],
      ["sc-status", "http.response.status_code"],
      ["cs-user-agent", "user_agent.original"],
    ]),
    ...dnsDerivations,
    ...webDerivationsOf({
      ...{ target: "http.url", method: "http.http_method", host: "http.hostname", agent: "http.http_user_agent" },
      ...{ referer: "http.http_refer", status: "http.status", client: "src_ip" },
    }),
  ],
  time: ["timestamp", "@timestamp"],
  host: ["host.name", "observer.hostname", "agent.hostname", "host", "sensor_name"],
  user: () => undefined,
  sourceAddress: ["src_ip"],
};
