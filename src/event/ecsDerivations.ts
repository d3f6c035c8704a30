import type { Derivation } from "./derivation.ts";
import { textOf, type Fields } from "./fields.ts";
import { joinedHashes } from "./hashes.ts";
import { account } from "./identity.ts";
import { contextOfEngine, contextOfModule } from "./powershellContext.ts";
import { asSysmonWritesDword } from "./values/registry.ts";

const numbered = Array.from({ length: 20 }, (_, index) => `param${index + 1}`);

const initiated = new Map([
  ["egress", "true"],
  ["outbound", "true"],
  ["ingress", "false"],
  ["inbound", "false"],
]);

const isIpv6 = new Map([
  ["ipv4", "false"],
  ["ipv6", "true"],
]);

const kindOfAddress = (fields: Fields) => isIpv6.get(textOf(fields, "network.type") ?? "");

/** The pipeline writes words for numbers; the one that rules may ask for is no error. */
function queryStatus(fields: Fields): string | undefined {
  const status = textOf(fields, "sysmon.dns.status");
  return status === "SUCCESS" ? "0" : status;
}

/** Sysmon calls the hash of a stream `Hash`, of everything else `Hashes`. */
const streamHash = (fields: Fields) => (textOf(fields, "EventID") === "15" ? joinedHashes(fields) : undefined);

/** Winlogbeat numbers the data without names, which rules know as `Data`; PowerShell's own pipeline puts each into a field of its own. */
const unnamedData = (fields: Fields) =>
  fields.field("param1") === undefined ? contextOfEngine(fields) : numbered.flatMap((name) => fields.field(name) ?? []);

/** Sysmon writes a number that is set in the registry as `DWORD (0x00000001)`; the pipeline leaves its decimal text. */
function registryDetails(fields: Fields): string | undefined {
  const text = textOf(fields, "registry.data.strings");
  const isNumber = text !== undefined && textOf(fields, "registry.data.type") === "SZ_DWORD";
  return isNumber ? asSysmonWritesDword(text) : text;
}

/** What an ECS pipeline took apart, put together. */
export const ecsDerivations: readonly Derivation[] = [
  { name: "User", value: (fields) => account(fields, "user.domain", "user.name") },
  { name: "Initiated", value: (fields) => initiated.get(textOf(fields, "network.direction") ?? "") },
  { name: "SourceIsIpv6", value: kindOfAddress },
  { name: "DestinationIsIpv6", value: kindOfAddress },
  { name: "Details", value: registryDetails },
  { name: "QueryStatus", value: queryStatus },
  { name: "Hashes", value: joinedHashes },
  { name: "Hash", value: streamHash },
  { name: "ContextInfo", value: contextOfModule },
  { name: "Data", value: unnamedData },
];
