import type { Scalar } from "../../std/index.ts";
import type { Equivalent } from "../equivalent.ts";
import { textOf, type Fields } from "../fields.ts";
import { toDecimal } from "../values/decimal.ts";
import { underDriveLetter } from "../values/devicePath.ts";

/**
 * Security 5156, "the Windows Filtering Platform has permitted a connection", under the names of Sysmon's network connection.
 *
 * To both, the source is who opened the connection: of an inbound one the other machine.
 *
 * @see Microsoft, "5156(S): The Windows Filtering Platform has permitted a connection", field descriptions
 */
export const networkConnection: Equivalent = {
  service: "security",
  code: "5156",
  derivations: [
    { name: "Image", value: (fields) => underDriveLetter(textOf(fields, "Application")) },
    { name: "ProcessId", replaces: true, isWritten: true, value: processId },
    { name: "SourceIp", value: (fields) => textOf(fields, "SourceAddress") },
    { name: "DestinationIp", value: (fields) => textOf(fields, "DestAddress") },
    { name: "DestinationPort", value: (fields) => fields.field("DestPort")?.[0] },
    { name: "SourceIsIpv6", value: (fields) => isIpv6(textOf(fields, "SourceAddress")) },
    { name: "DestinationIsIpv6", value: (fields) => isIpv6(textOf(fields, "DestAddress")) },
    { name: "Protocol", replaces: true, value: (fields) => protocols.get(textOf(fields, "Protocol") ?? "") },
    { name: "Initiated", value: (fields) => initiated.get(textOf(fields, "Direction")?.toLowerCase() ?? "") },
  ],
};

/** The event calls it `ProcessID`; some shippers do not. */
function processId(fields: Fields): Scalar | undefined {
  return toDecimal((fields.field("ProcessID") ?? fields.field("ProcessId"))?.[0]);
}

const isIpv6 = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : String(address.includes(":"));

/** Sysmon writes these two by name; numbers are IANA's. */
const protocols = new Map([
  ["6", "tcp"],
  ["17", "udp"],
]);

/** Sysmon's `Initiated`, by the code of the direction or the word that it stands for. */
const initiated = new Map([
  ["%%14593", "true"],
  ["outbound", "true"],
  ["%%14592", "false"],
  ["inbound", "false"],
]);
