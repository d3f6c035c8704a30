import { parseAddress, type JsonObject } from "../../std/index.ts";
import { textOf, type Fields } from "../fields.ts";
import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";
import { readClockTime } from "../web/clockTime.ts";
import { webDerivations } from "../web/webFields.ts";

/** Keys that stand together in the JSON of a web server. */
const signs: readonly (readonly string[])[] = [
  // nginx, by the names of its variables.
  ["remote_addr", "request", "status"],
  ["remote_addr", "request_uri", "status"],
  // Fluent Bit's and Fluentd's parsers of the combined format.
  ["method", "path", "code", "agent"],
  // Traefik.
  ["ClientHost", "RequestMethod", "RequestPath"],
];

function fits(record: JsonObject): boolean {
  if (signs.some((keys) => keys.every((key) => record[key] !== undefined))) return true;
  const logger = record["logger"];
  return typeof logger === "string" && logger.startsWith("http.log.access") && record["request"] !== undefined;
}

const read = readerOf({
  names: [
    ["remote_addr", "c-ip"],
    ["request.remote_ip", "c-ip"],
    ["remote", "c-ip"],
    ["ClientHost", "c-ip"],
    ["request_method", "cs-method"],
    ["request.method", "cs-method"],
    ["method", "cs-method"],
    ["RequestMethod", "cs-method"],
    ["request_uri", "cs-uri"],
    ["request.uri", "cs-uri"],
    ["path", "cs-uri"],
    ["RequestPath", "cs-uri"],
    ["status", "sc-status"],
    ["code", "sc-status"],
    ["DownstreamStatus", "sc-status"],
    ["http_user_agent", "cs-user-agent"],
    ["request.headers.User-Agent", "cs-user-agent"],
    ["agent", "cs-user-agent"],
    ["request_User-Agent", "cs-user-agent"],
    ["http_referer", "cs-referer"],
    ["http_referrer", "cs-referer"],
    ["request.headers.Referer", "cs-referer"],
    ["referer", "cs-referer"],
    ["request_Referer", "cs-referer"],
    ["http_host", "cs-host"],
    ["request.host", "cs-host"],
    ["server_name", "cs-host"],
    ["RequestHost", "cs-host"],
    ["remote_user", "cs-username"],
    ["user_id", "cs-username"],
    ["ClientUsername", "cs-username"],
    ["http_cookie", "cs-cookie"],
  ],
});

/** Fluent Bit's parser for Apache calls the client the host. */
function client(fields: Fields): string | undefined {
  const host = textOf(fields, "code") === undefined ? undefined : textOf(fields, "host");
  return host !== undefined && parseAddress(host) !== undefined ? host : undefined;
}

/** The JSON of web servers: nginx by the names of its variables, Caddy, Traefik, and what Fluent Bit makes of the combined format. */
export const webJson: Shape = {
  name: "webJson",
  keys: ["remote_addr", "method", "ClientHost", "logger"],
  fits,
  read,
  origin: () => ({ log: "web access" }),
  derivations: [
    ...webDerivations,
    { name: "c-ip", value: client },
    {
      name: "local.time",
      value: (fields) => readClockTime(textOf(fields, "time_local") ?? textOf(fields, "time") ?? ""),
    },
  ],
  time: ["time_iso8601", "local.time", "StartUTC", "ts", "msec", "@timestamp", "timestamp", "time", "date"],
  host: ["host.name", "hostname", "server_name", "cs-host"],
  user: (fields) => firstName(fields, ["cs-username", "user"]),
  sourceAddress: ["c-ip"],
};
