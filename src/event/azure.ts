import { isJsonObject, type Json, type JsonObject } from "../std/index.ts";
import { isContainer, own } from "./container.ts";
import { jsonText, type Computed } from "./computed.ts";

/**
 * How a log of Azure or Entra is told apart from the others. It comes in three forms: that of diagnostic settings, with a
 * `category` and the details in `properties`; that of Log Analytics, with the table in `Type` and names in capitals; and that of the
 * Graph or the management API, with the details at the top.
 */
interface AzureLog {
  /** In capitals, as the services do not agree on the case. */
  readonly categories: ReadonlySet<string>;
  /** Tables of Log Analytics. */
  readonly tables: ReadonlySet<string>;
  /** Keys that only this kind of object in the API has together. */
  readonly apiKeys: readonly string[];
}

export function fitsLog(record: JsonObject, { categories, tables, apiKeys }: AzureLog): boolean {
  const { category, Type: table } = record;
  if (typeof category === "string" && categories.has(category.toUpperCase()) && hasOperation(record)) return true;
  return (typeof table === "string" && tables.has(table)) || apiKeys.every((key) => record[key] !== undefined);
}

const hasOperation = (record: JsonObject): boolean =>
  record["operationName"] !== undefined || record["properties"] !== undefined;

/** Where the details of a record are: in `properties`, else at the top. */
export const detailsOf = (record: JsonObject): JsonObject =>
  isJsonObject(record["properties"]) ? record["properties"] : record;

/** A detail by its name in small letters: Log Analytics writes the first one large. */
export function detail(record: JsonObject, name: string): Json | undefined {
  return own(detailsOf(record), name) ?? own(record, name.charAt(0).toUpperCase() + name.slice(1));
}

/** A field that is an object or a list in some forms of a log and text in others, as text. */
export const detailText = (
  field: string,
  name: string,
): readonly [string, (record: JsonObject) => readonly string[] | undefined] => [
  field,
  (record) => {
    const value = detail(record, name);
    return isContainer(value) ? jsonText(value) : typeof value === "string" ? [value] : undefined;
  },
];

/** Several fields that are one detail's text. */
export const detailTexts = (name: string, ...fields: readonly string[]): Computed =>
  new Map(fields.map((field) => detailText(field, name)));
