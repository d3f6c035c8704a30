import {
  type DeclaredLogsource as Declared,
  declaration,
  type IncomingRecord,
  type Rejection,
} from "../../detection/index.ts";
import { readRecord } from "../../event/index.ts";
import { isJsonObject } from "../../std/index.ts";
import { dropNulls, type Present } from "../absent.ts";
import { builder } from "../builder.ts";
import { clientError } from "../errors.ts";
import type { InputOf } from "./comparators.ts";

export const DeclaredLogsource = builder.inputType("DeclaredLogsource", {
  description: "What the sender knows of its events; it wins over what the record looks like.",
  fields: (t) => ({ category: t.string(), product: t.string(), service: t.string() }),
});

export const EventInput = builder.inputType("EventInput", {
  fields: (t) => ({
    record: t.field({
      type: "JSON",
      required: true,
      description:
        "A JSON object, or a string that holds one: a string is kept byte for byte, integers beyond 2^53 included.",
    }),
    id: t.string({ description: "The sender's own id: an event with an id that is known is a duplicate." }),
    time: t.field({ type: "DateTime", description: "When it happened: it wins over what the record says." }),
    logsource: t.field({ type: DeclaredLogsource }),
  }),
});

const longestId = 512;

/** Reads one event of a request, or why it is refused. */
export function readEvent(input: InputOf<typeof EventInput>, index: number): IncomingRecord | Rejection {
  const { record: given, ...rest } = input;
  const { id, time, logsource }: Present<typeof rest> = dropNulls(rest);
  if (typeof given !== "string" && !isJsonObject(given)) {
    return { index, code: "not-an-object", message: "a record is a JSON object, or a string that holds one" };
  }
  if (id === "" || (id?.length ?? 0) > longestId) {
    return { index, code: "invalid-wrapper", message: `"id" must be a text of 1 to ${longestId} characters` };
  }
  if (Object.values(logsource ?? {}).includes("")) {
    return { index, code: "invalid-wrapper", message: '"logsource": product, category, service must be texts' };
  }
  const reading = readRecord(given);
  if (reading.kind === "refused") return { index, code: reading.code, message: reading.message };
  return {
    index,
    text: reading.text,
    record: reading.record,
    ...(id !== undefined && { clientId: id }),
    ...(time !== undefined && { timeMs: time.getTime() }),
    ...(logsource !== undefined && { logsource: declaration(logsource) }),
  };
}

/** What a request says of all its events. */
export function readLogsource(input: InputOf<typeof DeclaredLogsource> | null | undefined): Declared {
  const logsource: Declared = dropNulls(input ?? {});
  if (Object.values(logsource).includes("")) {
    throw clientError("BAD_USER_INPUT", "logsource: product, category, service must be texts");
  }
  return logsource;
}
