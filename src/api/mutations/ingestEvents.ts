import {
  type CausedDetection,
  ingestEvents,
  type IncomingRecord,
  type IngestResult,
  maxListedDetections,
  type Rejection,
} from "../../detection/index.ts";
import { readEvents, type EventReading } from "../../event/index.ts";
import { severities } from "../../rules/index.ts";
import { isJsonObject, type Json, type JsonObject } from "../../std/index.ts";
import { builder, only } from "../builder.ts";
import { SeverityEnum } from "../enums.ts";
import { clientError } from "../errors.ts";
import { readIds } from "../ids.ts";
import { limits } from "../limits.ts";
import { dropNulls, type Present } from "../absent.ts";
import type { InputOf } from "../inputs/comparators.ts";

const DeclaredLogsource = builder.inputType("DeclaredLogsource", {
  description: "What the sender knows of its events; it wins over what the record looks like.",
  fields: (t) => ({ category: t.string(), product: t.string(), service: t.string() }),
});

const EventInput = builder.inputType("EventInput", {
  fields: (t) => ({
    record: t.field({
      type: "JSON",
      required: true,
      description:
        "A JSON object, or a string that holds one: a string is kept byte for byte, integers beyond 2^53 included. A record that holds many events, such as a file of CloudTrail, gives each of them.",
    }),
    id: t.string({ description: "The sender's own id: an event with an id that is known is a duplicate." }),
    time: t.field({ type: "DateTime", description: "When it happened, if the record does not say it better." }),
    logsource: t.field({ type: DeclaredLogsource }),
  }),
});

const RejectionRef = builder.objectRef<Rejection>("Rejection");

RejectionRef.implement({
  fields: (t) => ({
    index: t.exposeInt("index", { description: "The place in the request of the record, counted from 0." }),
    code: t.exposeString("code"),
    message: t.exposeString("message"),
  }),
});

const CausedDetectionRef = builder.objectRef<CausedDetection>("CausedDetection");

CausedDetectionRef.implement({
  description: "A detection that the events of this request caused. Read more of it with `detection(id)`.",
  fields: (t) => ({
    index: t.exposeInt("index", { description: "The place in the request of the record, counted from 0." }),
    id: t.exposeID("id"),
    ruleId: t.exposeID("ruleId"),
    title: t.exposeString("title"),
    severity: t.field({
      type: SeverityEnum,
      resolve: ({ severity }) => severities.find((one) => one === severity) ?? "medium",
    }),
    techniques: t.stringList({ resolve: ({ techniques }) => [...techniques] }),
  }),
});

const IngestPayload = builder.objectRef<IngestResult>("IngestEventsPayload");

IngestPayload.implement({
  fields: (t) => ({
    accepted: t.exposeInt("accepted", { description: "Events stored and evaluated." }),
    duplicates: t.exposeInt("duplicates", { description: "Events known by their sender's id: nothing was done." }),
    rejected: t.field({ type: [RejectionRef], resolve: ({ rejected }) => [...rejected] }),
    detections: t.field({
      type: [CausedDetectionRef],
      description: `At most ${maxListedDetections}; the rest are counted in \`detectionsOmitted\`.`,
      resolve: ({ detections }) => [...detections],
    }),
    detectionsOmitted: t.exposeInt("detectionsOmitted"),
  }),
});

builder.mutationField("ingestEvents", (t) =>
  t.field({
    type: IngestPayload,
    ...only("ingest"),
    description: "Stores events and evaluates them. Answers after commit; one bad event never stops the others.",
    args: { events: t.arg({ type: [EventInput], required: true }) },
    resolve: async (_, { events }, { principal, rooms }) => {
      readIds(events.map((_event, index) => String(index)));
      const read = readAll(events);
      const records = read.filter((one) => "record" in one);
      const rejected = read.filter((one) => "code" in one);
      return await ingestEvents(rooms, principal.tenantId, records, rejected);
    },
  }),
);

const longestId = 512;

/** Every event of the request; reading stops at the limit. */
function readAll(inputs: readonly InputOf<typeof EventInput>[]): (IncomingRecord | Rejection)[] {
  const read: (IncomingRecord | Rejection)[] = [];
  for (const [index, input] of inputs.entries()) {
    for (const one of readInput(input, index)) {
      if (read.push(one) <= limits.events) continue;
      throw clientError(
        "BAD_USER_INPUT",
        `the records hold more than ${limits.events} events, as many are taken at once`,
      );
    }
  }
  return read;
}

/** The event of an input; of a record that holds many, each of them. */
function* readInput({ record: given, ...rest }: InputOf<typeof EventInput>, index: number) {
  const said: Present<typeof rest> = dropNulls(rest);
  const problem = wrapperProblem(said);
  if (!isRecord(given)) yield { index, ...notAnObject };
  else if (problem !== undefined) yield { index, ...problem };
  else for (const reading of readEvents(given)) yield incoming(reading, said, index);
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

const declaration = ({ category, ...rest }: Present<InputOf<typeof DeclaredLogsource>>) => ({
  ...rest,
  ...(category !== undefined && { categories: [category] }),
});
