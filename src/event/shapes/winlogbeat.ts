import type { JsonObject } from "../../std/index.ts";
import { isContainer } from "../container.ts";
import type { Derivation } from "../derivation.ts";
import { ecsNames, ecsNamesByCode } from "../ecsNames.ts";
import { textOf, type Fields } from "../fields.ts";
import { joinHashes } from "../hashes.ts";
import { account } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";
import { identifying, WindowsOrigin, windowsSourceAddress, windowsUser } from "../windows.ts";

const layout = { homes: ["winlog.event_data", "winlog.user_data"], hidden: identifying };
const read = readerOf({ ...layout, names: ecsNames });
const readByCode = new Map(
  Array.from(ecsNamesByCode, ([code, names]) => [code, readerOf({ ...layout, names: [...names, ...ecsNames] })]),
);

/** Winlogbeat numbers the data that have no name; rules know them as `Data`. */
const numbered = Array.from({ length: 20 }, (_, index) => `param${index + 1}`);

const initiated = new Map([
  ["egress", "true"],
  ["outbound", "true"],
  ["ingress", "false"],
  ["inbound", "false"],
]);

/** What an ECS pipeline took apart is put together. */
const derivations: readonly Derivation[] = [
  { name: "User", value: (fields) => account(fields, "user.domain", "user.name") },
  { name: "Initiated", value: (fields) => initiated.get(textOf(fields, "network.direction") ?? "") },
  { name: "Details", value: registryDetails },
  joinHashes,
  {
    name: "Data",
    value: (fields) =>
      fields.field("param1") === undefined ? undefined : numbered.flatMap((name) => fields.field(name) ?? []),
  },
];

/**
 * Windows events as Winlogbeat 7 to 9 and Elastic Agent write them, with nested or dotted keys.
 *
 * What is in `winlog.event_data` and `winlog.user_data` goes by its own name. Where an ECS pipeline has moved a datum out of there,
 * its ECS field takes the Sigma name (`ecsNames.ts`).
 */
export const winlogbeat: Shape = {
  name: "winlogbeat",
  fits: (record) =>
    isContainer(record["winlog"]) ||
    record["winlog.channel"] !== undefined ||
    record["winlog.event_id"] !== undefined ||
    record["winlog.provider_name"] !== undefined,
  read: (record) => (readByCode.get(codeOf(record)) ?? read)(record),
  origin: (fields) => new WindowsOrigin(fields, textOf(fields, "winlog.channel")),
  derivations,
  time: ["@timestamp", "winlog.time_created", "UtcTime", "event.created"],
  host: ["Computer", "host.name", "host.hostname", "agent.hostname"],
  user: windowsUser,
  sourceAddress: [...windowsSourceAddress, "source.ip"],
};

function codeOf(record: JsonObject): string {
  const fields = read(record);
  return textOf(fields, "winlog.event_id") ?? textOf(fields, "event.code") ?? "";
}

/** Sysmon writes a number that is set in the registry as `DWORD (0x00000001)`; the pipeline leaves its decimal text. */
function registryDetails(fields: Fields): string | undefined {
  const text = textOf(fields, "registry.data.strings");
  const isNumber = textOf(fields, "registry.data.type") === "SZ_DWORD" && /^\d{1,10}$/.test(text ?? "");
  if (!isNumber) return text;
  return `DWORD (0x${Number(text).toString(16).padStart(8, "0")})`;
}
