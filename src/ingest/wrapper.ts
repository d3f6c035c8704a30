import { parseTime, type Classification, type JsonObject } from "../event/index.ts";
import { isJsonObject, jsonMember, jsonMembers, parseJson, type Json } from "../std/index.ts";

/** What a sender says about an event beside the event itself. */
export interface Wrapper {
  readonly clientId?: string;
  readonly timeMs?: number;
  readonly logsource?: Partial<Classification>;
}

/** The record of `{"id","time","logsource","record"}`: where `record` is an object and there is no key beyond these four. */
export function wrappedRecord(object: JsonObject): JsonObject | undefined {
  const record = object["record"];
  return isJsonObject(record) && Object.keys(object).every((key) => wrapperKeys.has(key)) ? record : undefined;
}

const wrapperKeys = new Set(["id", "time", "logsource", "record"]);

/**
 * The wrapper in a text whose record is too long to be parsed.
 *
 * @returns undefined if there is no wrapper, or why it is not one
 */
export function outlineWrapper(text: string): Wrapper | string | undefined {
  const said: Record<string, Json> = {};
  let hasRecord = false;
  for (const { name, start, end } of jsonMembers(text)) {
    if (!wrapperKeys.has(name)) return undefined;
    if (name === "record") hasRecord = text[start] === "{";
    else said[name] = shortValue(text.slice(start, end));
  }
  return hasRecord ? readWrapper(said) : undefined;
}

/** Nothing that a wrapper says is long; a list is none of it. */
function shortValue(text: string): Json {
  const parsed = text.length > 4_096 ? undefined : parseJson(text);
  return parsed?.kind === "json" ? parsed.value : [];
}

/** The text of the wrapped record, exactly as it was sent. */
export const wrappedText = (text: string): string => jsonMember(text, "record") ?? text;

/**
 * Reads what a wrapper says; what is null counts as absent.
 *
 * @returns the wrapper, or why it is not one, in words for its sender
 */
export function readWrapper({ id = null, time = null, logsource = null }: JsonObject): Wrapper | string {
  const clientId = id === null ? undefined : readId(id);
  if (id !== null && clientId === undefined) return `"id" must be a text of 1 to ${longestId} characters or an integer`;
  const timeMs = time === null ? undefined : parseTime(time);
  if (time !== null && timeMs === undefined) return '"time" must be ISO 8601 or a number of seconds since 1970';
  const declared = logsource === null ? undefined : readLogsource(logsource);
  if (typeof declared === "string") return declared;
  return {
    ...(clientId !== undefined && { clientId }),
    ...(timeMs !== undefined && { timeMs }),
    ...(declared !== undefined && { logsource: declared }),
  };
}

const longestId = 512;

function readId(id: Json): string | undefined {
  if (typeof id === "number") return Number.isSafeInteger(id) ? String(id) : undefined;
  return typeof id === "string" && id.length > 0 && id.length <= longestId ? id : undefined;
}

const dimensions = ["product", "category", "service"];

/**
 * Reads a logsource as Sigma writes one: `product`, `category` and `service`, all optional, each a text.
 *
 * @returns the dimensions to pin, or what is wrong with it
 */
export function readLogsource(logsource: Json): Partial<Classification> | string {
  if (!isJsonObject(logsource)) return '"logsource" must be an object';
  const { product = null, category = null, service = null } = logsource;
  const unknown = Object.keys(logsource).find((key) => !dimensions.includes(key));
  if (unknown !== undefined) return `"logsource" has the key "${unknown}"; it may have ${dimensions.join(", ")}`;
  if (![product, category, service].every(isName)) return `"logsource": ${dimensions.join(", ")} must be texts`;
  return {
    ...(typeof product === "string" && { product }),
    ...(typeof category === "string" && { categories: [category] }),
    ...(typeof service === "string" && { service }),
  };
}

const isName = (value: Json) => value === null || (typeof value === "string" && value !== "");
