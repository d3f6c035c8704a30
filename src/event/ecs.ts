import type { JsonObject } from "../std/index.ts";
import { textOf, type Fields } from "./fields.ts";
import { forLast } from "./forLast.ts";
import { readerOf } from "./pathFields.ts";

const plain = readerOf({});

/** Whether a record is written in the Elastic Common Schema: it says what kind of event it is, by nested or dotted keys. */
export function isEcs(record: JsonObject): boolean {
  const event = record["event"];
  if (typeof event === "object" && event !== null) {
    return "category" in event || "dataset" in event || "module" in event;
  }
  return dotted.some((key) => record[key] !== undefined);
}

const dotted = ["event.category", "event.dataset", "event.module"] as const;

/** What kind of event an ECS record says that it is. */
export interface EcsKind {
  /** The first part of `event.dataset`, else `event.module`: `nginx` of `nginx.access`. */
  readonly module: string;
  readonly dataset: string;
  readonly categories: readonly string[];
  readonly types: readonly string[];
  readonly fields: Fields;
}

export const ecsKind = forLast((record: JsonObject): EcsKind | undefined => {
  if (!isEcs(record)) return undefined;
  const fields = plain(record);
  const dataset = textOf(fields, "event.dataset") ?? textOf(fields, "data_stream.dataset") ?? "";
  const texts = (name: string) => (fields.field(name) ?? []).map(String);
  return {
    module: textOf(fields, "event.module") ?? dataset.split(".")[0] ?? "",
    dataset,
    categories: texts("event.category"),
    types: texts("event.type"),
    fields,
  };
});

/** When, where and who, by the fields that ECS has for it. */
export const ecsTime = ["@timestamp", "event.created", "event.ingested"] as const;
export const ecsHost = ["host.name", "host.hostname", "observer.hostname", "observer.name", "agent.hostname"] as const;
