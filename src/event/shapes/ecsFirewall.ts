import type { JsonObject } from "../../std/index.ts";
import { blocked } from "../appliance/verdict.ts";
import { ecsHost, ecsKind, ecsTime } from "../ecs.ts";
import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";
import { forLast } from "../forLast.ts";

/** Module of Filebeat or integration of Elastic Agent -> the log of it that tells of connections, if Sigma has a name for it. */
const logs = new Map([
  ...[
    "iptables",
    "pfsense",
    "opnsense",
    "checkpoint",
    "juniper_srx",
    "sonicwall_firewall",
    "sophos",
    "watchguard_firebox",
  ].map((module) => [module, "firewall"] as const),
  ["fortinet", "fortigate traffic"],
  ["fortinet_fortigate", "fortigate traffic"],
  ["panw", "paloalto traffic"],
  ["cisco", "firewall"],
  ["cisco_asa", "firewall"],
  ["cisco_ftd", "firewall"],
]);

const logOf = forLast((record: JsonObject): string | undefined => {
  const kind = ecsKind(record);
  if (kind?.categories.includes("network") !== true) return undefined;
  const { module, fields } = kind;
  const isConnection = fields.field("source.ip") !== undefined && fields.field("destination.ip") !== undefined;
  if (!isConnection) return undefined;
  const known = logs.get(module) ?? (fields.field("observer.type")?.[0] === "firewall" ? "firewall" : undefined);
  if (known !== undefined) return known;
  const isFlow = module === "netflow" || fields.field("netflow") !== undefined || kind.dataset === "flow";
  return isFlow ? "network flows" : undefined;
});

/** Connections in the Elastic Common Schema: firewalls, and flows of NetFlow and Packetbeat. */
export const ecsFirewall: Shape = {
  name: "ecsFirewall",
  keys: ["event"],
  fits: (record) => logOf(record) !== undefined,
  read: readerOf({
    names: [
      ["source.ip", "src_ip"],
      ["source.port", "src_port"],
      ["destination.ip", "dst_ip"],
      ["destination.port", "dst_port"],
      ["network.transport", "protocol"],
      ["fortinet.firewall.action", "action"],
      ["panw.panos.action", "action"],
      ["event.action", "action"],
    ],
  }),
  origin: (_, record) => ({ log: logOf(record) }),
  derivations: [blocked],
  time: ecsTime,
  host: ["observer.hostname", "observer.name", ...ecsHost],
  user: (fields) => firstName(fields, ["user.name", "source.user.name"]),
  sourceAddress: ["src_ip"],
};
