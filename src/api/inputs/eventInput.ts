import {
  type DeclaredLogsource as Declared,
  declaration,
  type IncomingRecord,
  type Rejection,
} from "../../detection/index.ts";
import { type EventReading, readEvents as readRecords } from "../../event/index.ts";
import { isJsonObject, type Json, type JsonObject } from "../../std/index.ts";
import { dropNulls, type Present } from "../absent.ts";
import { builder } from "../builder.ts";
import { dimensions } from "../dimensions.ts";
import { clientError } from "../errors.ts";
import type { InputOf } from "./comparators.ts";

export const DeclaredLogsource = builder.inputType("DeclaredLogsource", {
  description: "What the sender knows of its events; it wins over what the record looks like.",
  fields: (t) => ({
    category: t.string({ description: dimensions.category }),
    product: t.string({ description: dimensions.product }),
    service: t.string({ description: dimensions.service }),
  }),
});

export const EventInput = builder.inputType("EventInput", {
  description: "A record as it is sent, with what its sender knows of it.",
  fields: (t) => ({
    record: t.field({
      type: "JSON",
      required: true,
      description:
        "A JSON object, or a string that holds one: a string is kept byte for byte, integers beyond 2^53 included. A record that holds many events, such as a file of CloudTrail, gives each of them.",
    }),
    id: t.string({ description: "The sender's own id: an event with an id that is known is a duplicate." }),
    time: t.field({ type: "DateTime", description: "When it happened: it wins over what the record says." }),
    logsource: t.field({
      type: DeclaredLogsource,
      description:
        "What the event is. A dimension left out is the request's, else the key's, else what the record shows.",
    }),
  }),
});

const longestId = 512;

/** Reads the event of an input, or why it is refused; of a record that holds many events, each of them. */
export function* readEvents(
  { record: given, ...rest }: InputOf<typeof EventInput>,
  index: number,
): Generator<IncomingRecord | Rejection> {
  const said: Present<typeof rest> = dropNulls(rest);
  const problem = wrapperProblem(said);
  if (!isRecord(given)) yield { index, ...notAnObject };
  else if (problem !== undefined) yield { index, ...problem };
  else for (const reading of readRecords(given)) yield incoming(reading, said, index);
}

const isRecord = (given: unknown): given is string | JsonObject =>
  typeof given === "string" || isJsonObject(given as Json);

const notAnObject = { code: "not-an-object", message: "a record is a JSON object, or a string that holds one" };

type Said = Present<Omit<InputOf<typeof EventInput>, "record">>;

function wrapperProblem({ id, logsource }: Said): Omit<Rejection, "index"> | undefined {
  if (id === "" || (id?.length ?? 0) > longestId) {
    return { code: "invalid-wrapper", message: `"id" must be a text of 1 to ${longestId} characters` };
  }
  if (!Object.values(logsource ?? {}).includes("")) return undefined;
  return { code: "invalid-wrapper", message: '"logsource": product, category, service must be texts' };
}

function incoming(reading: EventReading, { id, time, logsource }: Said, index: number): IncomingRecord | Rejection {
  if (reading.kind === "refused") return { index, code: reading.code, message: reading.message };
  const { text, record, position } = reading;
  return {
    index,
    text,
    record,
    ...(position !== undefined && { position }),
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
