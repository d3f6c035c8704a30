import type { JsonObject } from "../../std/index.ts";
import { ecsHost, ecsKind, ecsTime } from "../ecs.ts";
import { firstName } from "../identity.ts";
import type { Names } from "../layout.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";
import { webDerivations } from "../web/webFields.ts";
import { forLast } from "../forLast.ts";

const servers = new Map([
  ...["apache", "nginx"].map((module) => [module, `${module} access`] as const),
  ...["iis", "traefik", "tomcat", "apache_tomcat", "haproxy", "caddy", "iis_access"].map(
    (module) => [module, "web access"] as const,
  ),
]);

const proxies = new Set(
  `squid bluecoat symantec_edge zscaler zscaler_zia cisco_umbrella netskope forcepoint_web mcafee_web barracuda
   imperva_proxy skyhigh menlo iboss`.split(/\s+/),
);

/** The log that a record of a web request is from; undefined if it is not one. */
const logOf = forLast((record: JsonObject): string | undefined => {
  const kind = ecsKind(record);
  if (kind === undefined) return undefined;
  const { module, fields, categories } = kind;
  const isRequest = ["url.original", "url.path", "url.full", "url.domain", "http.request.method"].some(
    (name) => fields.field(name) !== undefined,
  );
  if (!isRequest) return undefined;
  const server = servers.get(module);
  if (server !== undefined) return server;
  if (proxies.has(module) || fields.field("observer.type")?.[0] === "proxy") return "proxy access";
  const isPlain = categories.includes("web") && fields.field("http.request.method") !== undefined;
  return isPlain ? "web access" : undefined;
});

const names: Names = [
  ["source.ip", "c-ip"],
  ["client.ip", "c-ip"],
  ["source.address", "c-ip"],
  ["http.request.method", "cs-method"],
  ["url.original", "cs-uri"],
  ["url.full", "cs-uri"],
  ["url.path", "cs-uri-stem"],
  ["url.query", "cs-uri-query"],
  ["url.extension", "c-uri-extension"],
  ["url.domain", "cs-host"],
  ["destination.domain", "cs-host"],
  ["http.response.status_code", "sc-status"],
  ["http.response.body.bytes", "sc-bytes"],
  ["http.version", "cs-version"],
  ["http.request.referrer", "cs-referer"],
  ["user_agent.original", "cs-user-agent"],
  ["user.name", "cs-username"],
  ["destination.ip", "dst_ip"],
  ["destination.port", "dst_port"],
];

/** Web requests in the Elastic Common Schema: the modules of Filebeat and the integrations of Elastic Agent for servers and proxies. */
export const ecsWeb: Shape = {
  name: "ecsWeb",
  keys: ["event"],
  fits: (record) => logOf(record) !== undefined,
  read: readerOf({ names }),
  origin: (_, record) => ({ log: logOf(record) }),
  derivations: webDerivations,
  time: ecsTime,
  host: ecsHost,
  user: (fields) => firstName(fields, ["cs-username"]),
  sourceAddress: ["c-ip"],
};
