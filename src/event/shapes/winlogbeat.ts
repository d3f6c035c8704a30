import type { JsonObject } from "../../std/index.ts";
import { isContainer } from "../container.ts";
import { ecsDerivations } from "../ecsDerivations.ts";
import { ecsNames, ecsNamesByCode } from "../ecsNames.ts";
import { textOf } from "../fields.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";
import { identifying, WindowsOrigin, windowsSourceAddress, windowsUser } from "../windows.ts";

const layout = { homes: ["winlog.event_data", "winlog.user_data"], hidden: identifying };
const read = readerOf({ ...layout, names: ecsNames });
const readByCode = new Map(
  Array.from(ecsNamesByCode, ([code, names]) => [code, readerOf({ ...layout, names: [...names, ...ecsNames] })]),
);

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
  derivations: ecsDerivations,
  time: ["@timestamp", "winlog.time_created", "UtcTime", "event.created"],
  host: ["Computer", "host.name", "host.hostname", "agent.hostname"],
  user: windowsUser,
  sourceAddress: [...windowsSourceAddress, "source.ip"],
};

function codeOf(record: JsonObject): string {
  const fields = read(record);
  return textOf(fields, "winlog.event_id") ?? textOf(fields, "event.code") ?? "";
}
