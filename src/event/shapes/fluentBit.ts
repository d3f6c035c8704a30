import type { Json, JsonObject } from "../../std/index.ts";
import { clearedChannel } from "../clearedChannel.ts";
import type { Fields } from "../fields.ts";
import { insertNames } from "../insertNames.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";
import { identifying, WindowsOrigin, windowsSourceAddress, windowsUser } from "../windows.ts";

const readWhole = readerOf({
  homes: ["data"],
  hidden: identifying,
  names: [
    ["ProviderName", "Provider_Name"],
    ["ProviderGuid", "Provider_Guid"],
    ["ProcessID", "Execution_ProcessID"],
    ["ThreadID", "Execution_ThreadID"],
    ["UserID", "Security_UserID"],
    ["ActivityID", "Correlation_ActivityID"],
  ],
});

/**
 * Windows events as Fluent Bit's `winevtlog` writes them: the data in `StringInserts`, in their order, without their names.
 *
 * Sysmon's have their names in the rendered message, line by line; those of other well-known events have them by their place
 * (`insertNames.ts`). All of them are `Data` as well.
 */
export const fluentBit: Shape = {
  name: "fluentBit",
  fits: (record) => Array.isArray(record["StringInserts"]) && record["EventID"] !== undefined,
  read: (record) => read(record),
  origin: (fields) => new WindowsOrigin(fields),
  derivations: [clearedChannel],
  time: ["UtcTime", "TimeCreated", "@timestamp", "date"],
  host: ["Computer"],
  user: windowsUser,
  sourceAddress: windowsSourceAddress,
};

function read(record: JsonObject): Fields {
  const inserts = record["StringInserts"];
  const list = Array.isArray(inserts) ? (inserts as readonly Json[]) : [];
  return readWhole({ ...record, data: { Data: list, ...Object.fromEntries<Json>(named(record, list)) } });
}

function named({ Channel: channel, EventID: code, Message: message }: JsonObject, list: readonly Json[]) {
  if (typeof channel !== "string" || (typeof code !== "number" && typeof code !== "string")) return [];
  if (channel === "Microsoft-Windows-Sysmon/Operational" && typeof message === "string") return linesOf(message);
  const names = insertNames.get(`${channel} ${code}`) ?? [];
  return names.slice(0, list.length).map((name, index) => [name, list[index] ?? null] as const);
}

/** Sysmon renders each datum as `Name: value`, below a line that says what happened. */
function linesOf(message: string): readonly (readonly [name: string, value: string])[] {
  return message.split(/\r?\n/).flatMap((line) => {
    const [, name, value] = /^([A-Za-z]+\d?): ?(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
}
