import { isJsonObject, parseJson, type Json, type JsonObject } from "../../std/index.ts";
import { clearedChannel } from "../clearedChannel.ts";
import { nameAttribute } from "../evtx/element.ts";
import type { Fields } from "../fields.ts";
import { parseXml } from "../parseXml.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";
import { identifying, WindowsOrigin, windowsSourceAddress, windowsUser } from "../windows.ts";

/** Columns of the tables -> the names of Sigma. */
const names = [
  ["EventLog", "Channel"],
  ["EventSourceName", "Provider_Name"],
  ["Provider", "Provider_Name"],
  ["Source", "Provider_Name"],
  ["EventRecordId", "EventRecordID"],
  ["RenderedDescription", "Message"],
  ["SystemUserId", "Security_UserID"],
] as const;

const readTable = readerOf({ homes: ["EventData"], hidden: identifying, names });

/**
 * Windows events as Azure Monitor and Sentinel keep them: the tables `SecurityEvent`, `Event` and `WindowsEvent`.
 *
 * What has no column of its own is in `EventData`: an object, or the text of one in JSON or XML.
 *
 * @see Microsoft, "Azure Monitor Logs reference", those tables
 */
export const logAnalytics: Shape = {
  name: "logAnalytics",
  fits: (record) =>
    record["EventID"] !== undefined &&
    record["EventData"] !== undefined &&
    (record["Channel"] !== undefined || record["EventLog"] !== undefined),
  read,
  origin: (fields) => new WindowsOrigin(fields),
  derivations: [clearedChannel],
  time: ["UtcTime", "TimeCreated", "TimeGenerated", "TimeCollected"],
  host: ["Computer"],
  user: windowsUser,
  sourceAddress: windowsSourceAddress,
};

function read(record: JsonObject): Fields {
  const text = record["EventData"];
  const data = typeof text === "string" ? dataIn(text) : undefined;
  return readTable(data === undefined ? record : { ...record, EventData: data });
}

function dataIn(text: string): JsonObject | undefined {
  const start = text.trimStart()[0];
  if (start === "<") return dataOfXml(parseXml(text.trim()));
  const parsed = start === "{" ? parseJson(text) : undefined;
  return parsed?.kind === "json" && isJsonObject(parsed.value) ? parsed.value : undefined;
}

/** The table `Event` wraps the element in another one. */
function dataOfXml(root: JsonObject | undefined): JsonObject | undefined {
  const item = root?.["DataItem"];
  const element = isJsonObject(item) ? item["EventData"] : root?.["EventData"];
  const data = isJsonObject(element) ? element["Data"] : undefined;
  const list: readonly Json[] = Array.isArray(data) ? (data as readonly Json[]) : data === undefined ? [] : [data];
  const entries = list.flatMap((each) => {
    const name = isJsonObject(each) ? nameAttribute(each) : undefined;
    return name === undefined || !isJsonObject(each) ? [] : [[name, each["#text"] ?? ""] as const];
  });
  return Object.fromEntries([...entries, ...unnamedOf(list)]);
}

function unnamedOf(list: readonly Json[]): readonly (readonly [string, Json])[] {
  const unnamed = list.filter((each) => !isJsonObject(each));
  return unnamed.length === 0 ? [] : [["Data", unnamed]];
}
