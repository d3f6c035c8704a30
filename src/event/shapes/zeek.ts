import { isJsonObject, type JsonObject } from "../../std/index.ts";
import { dnsDerivations } from "../dns/dnsFields.ts";
import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import { alsoCalled } from "../renamed.ts";
import type { Shape } from "../shape.ts";
import { webDerivationsOf } from "../web/webFields.ts";
import { forLast } from "../forLast.ts";

/** For logs whose lines do not say which they are: the first of these keys that a record has tells. */
const telling: readonly (readonly [key: string, log: string])[] = [
  ["conn_state", "conn"],
  ["certificate.serial", "x509"],
  ["qtype_name", "dns"],
  ["request_type", "kerberos"],
  ["ntlmssp", "ntlm"],
  ["operation", "dce_rpc"],
  ["share_type", "smb_mapping"],
  ["host_key_alg", "ssh"],
  ["cipher_alg", "ssh"],
  ["mailfrom", "smtp"],
  ["ja3", "ssl"],
  ["resumed", "ssl"],
  ["fuid", "files"],
  ["note", "notice"],
  ["status_code", "http"],
  ["uri", "http"],
  ["qtype", "dns"],
];

/** Filebeat's module names one log otherwise. */
const otherNames = new Map([["connection", "conn"]]);

const isUid = (value: unknown): boolean => typeof value === "string" && /^C[\da-zA-Z]{12,24}$/.test(value);

/** Some shippers take the dots for levels. */
const hasEnds = (record: JsonObject): boolean =>
  record["id.orig_h"] !== undefined || (isJsonObject(record["id"]) && record["id"]["orig_h"] !== undefined);

const logOf = forLast((record: JsonObject): string | undefined => {
  const { _path, zeek, uid, event } = record;
  if (typeof _path === "string") return _path;
  const dataset = isJsonObject(event) ? event["dataset"] : record["event.dataset"];
  const name = typeof dataset === "string" && dataset.startsWith("zeek.") ? dataset.slice("zeek.".length) : undefined;
  if (name !== undefined && (isJsonObject(zeek) || dataset === record["event.dataset"]))
    return otherNames.get(name) ?? name;
  if (record["certificate.serial"] !== undefined && record["certificate.subject"] !== undefined) return "x509";
  if (!isUid(uid) && !isUid(record["fuid"])) return undefined;
  if (!isUid(uid) || !hasEnds(record)) return record["mime_type"] === undefined ? undefined : "files";
  const { action } = record;
  if (typeof action === "string" && action.startsWith("SMB::")) return "smb_files";
  return telling.find(([key]) => record[key] !== undefined)?.[1] ?? "conn";
});

const homes = [
  "connection",
  "dns",
  "http",
  "smb_files",
  "dce_rpc",
  "kerberos",
  "rdp",
  "x509",
  "ssl",
  "files",
  "notice",
];

/**
 * Zeek's logs in JSON: its own writer, Corelight's, and Filebeat's module. Names are Zeek's own (`id.orig_h`).
 *
 * Requests and queries have the names of the generic categories besides.
 *
 * @see Zeek, "Log files"
 */
export const zeek: Shape = {
  name: "zeek",
  keys: ["_path", "event", "uid", "fuid", "certificate"],
  fits: (record) => logOf(record) !== undefined,
  read: readerOf({
    homes: homes.map((log) => `zeek.${log}`),
    names: [
      ["source.ip", "id.orig_h"],
      ["source.address", "id.orig_h"],
      ["source.port", "id.orig_p"],
      ["destination.ip", "id.resp_h"],
      ["destination.address", "id.resp_h"],
      ["destination.port", "id.resp_p"],
      ["url.original", "uri"],
      ["http.request.method", "method"],
      ["http.response.status_code", "status_code"],
      ["user_agent.original", "user_agent"],
    ],
  }),
  origin: (_, record) => ({ product: "zeek", log: `zeek ${logOf(record) ?? ""}` }),
  derivations: [
    ...alsoCalled([
      ["record_type", "qtype_name"],
      ["answer", "answers"],
      ["src_ip", "id.orig_h"],
      ["src_port", "id.orig_p"],
      ["dst_ip", "id.resp_h"],
      ["dst_port", "id.resp_p"],
    ]),
    ...dnsDerivations,
    ...webDerivationsOf({
      ...{ target: "uri", method: "method", host: "host", agent: "user_agent", referer: "referrer" },
      ...{ status: "status_code", client: "id.orig_h", user: "username" },
    }),
  ],
  time: ["ts", "@timestamp", "_write_ts"],
  host: ["_system_name", "host.name", "observer.hostname", "agent.hostname"],
  user: (fields) => firstName(fields, ["username", "user", "client", "user.name"]),
  sourceAddress: ["id.orig_h"],
};
