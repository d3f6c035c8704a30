import {
  type CausedDetection,
  ingestClaimed,
  ingestEvents,
  ingestOnce,
  type IncomingRecord,
  longestRequestKey,
  maxListedDetections,
  type OnceResult,
  pinRecords,
  type Rejection,
} from "../../detection/index.ts";
import { severities } from "../../rules/index.ts";
import { builder, only } from "../builder.ts";
import { SeverityEnum } from "../enums.ts";
import { clientError } from "../errors.ts";
import { readIds } from "../ids.ts";
import { limits } from "../limits.ts";
import type { InputOf } from "../inputs/comparators.ts";
import { RejectionRef } from "../types/rejection.ts";
import { DeclaredLogsource, EventInput, readEvents, readLogsource } from "../inputs/eventInput.ts";

const CausedDetectionRef = builder.objectRef<CausedDetection>("CausedDetection");

CausedDetectionRef.implement({
  description: "A detection that the events of this request caused. Read more of it with `detection(id)`.",
  fields: (t) => ({
    index: t.exposeInt("index", { description: "The place in the request of the record, counted from 0." }),
    id: t.exposeID("id", { description: "The detection's `id`." }),
    ruleId: t.exposeID("ruleId", { description: "The `id` of the rule that matched." }),
    title: t.exposeString("title", { description: "The rule's title." }),
    severity: t.field({
      type: SeverityEnum,
      description: "As frozen on the detection.",
      resolve: ({ severity }) => severities.find((one) => one === severity) ?? "medium",
    }),
    techniques: t.stringList({
      description: "ATT&CK ids of the rule's techniques, such as `T1048.003`.",
      resolve: ({ techniques }) => [...techniques],
    }),
  }),
});

const IngestPayload = builder.objectRef<OnceResult>("IngestEventsPayload");

IngestPayload.implement({
  description: "What became of the events of a request. All of it is stored when the answer comes.",
  fields: (t) => ({
    accepted: t.int({ description: "Events stored and evaluated.", resolve: ({ result }) => result.accepted }),
    duplicates: t.int({
      description: "Events known by their sender's id: nothing was done.",
      resolve: ({ result }) => result.duplicates,
    }),
    rejected: t.field({
      type: [RejectionRef],
      description: "Records that were not taken, and why.",
      resolve: ({ result }) => [...result.rejected],
    }),
    detections: t.field({
      type: [CausedDetectionRef],
      description: `At most ${maxListedDetections}; the rest are counted in \`detectionsOmitted\`.`,
      resolve: ({ result }) => [...result.detections],
    }),
    detectionsOmitted: t.int({
      description: "Detections that were stored and are not listed.",
      resolve: ({ result }) => result.detectionsOmitted,
    }),
    replayed: t.exposeBoolean("isReplayed", {
      description: "Whether this is the answer to an earlier request with the same `idempotencyKey`: nothing was done.",
    }),
  }),
});

builder.mutationField("ingestEvents", (t) =>
  t.field({
    type: IngestPayload,
    ...only("ingest"),
    description: "Stores events and evaluates them. Answers after commit; one bad event never stops the others.",
    args: {
      events: t.arg({
        type: [EventInput],
        required: true,
        description: `At most ${limits.listLength.toLocaleString("en")} records, with at most ${limits.events.toLocaleString("en")} events in them.`,
      }),
      logsource: t.arg({
        type: DeclaredLogsource,
        description: "What all of them are; an event's own `logsource` wins, the key's loses, one dimension at a time.",
      }),
      idempotencyKey: t.arg.string({
        description: `Your key for this request, of 1 to ${longestRequestKey} characters: the same request again with it gets the same answer, and changes nothing.`,
      }),
    },
    resolve: async (_, { events, logsource, idempotencyKey }, { principal, rooms }) => {
      readIds(events.map((_event, index) => String(index)));
      const { tenantId } = principal;
      const read = readAll(events);
      const own = read.filter((one) => "record" in one);
      const records = pinRecords(own, [readLogsource(logsource), principal.logsource]);
      const rejected = read.filter((one) => "code" in one);
      const ticket = rooms.admission.admit(principal, sizeOf(records));
      try {
        if (idempotencyKey == null) {
          return { result: await ingestEvents(rooms, tenantId, records, rejected), isReplayed: false };
        }
        const says = ["ingestEvents", JSON.stringify({ events, logsource })];
        return await ingestOnce(rooms, { tenantId, key: readKey(idempotencyKey), says }, (claim) =>
          ingestClaimed(rooms, tenantId, records, { rejected, claim }),
        );
      } finally {
        ticket.end();
      }
    },
  }),
);

const sizeOf = (records: readonly IncomingRecord[]): number =>
  records.reduce((total, { text }) => total + text.length, 0);

function readKey(key: string): string {
  if (key !== "" && key.length <= longestRequestKey) return key;
  throw clientError("BAD_USER_INPUT", `idempotencyKey: a text of 1 to ${longestRequestKey} characters`);
}

/** Every event of the request; reading stops at the limit. */
function readAll(inputs: readonly InputOf<typeof EventInput>[]): (IncomingRecord | Rejection)[] {
  const read: (IncomingRecord | Rejection)[] = [];
  for (const [index, input] of inputs.entries()) {
    for (const one of readEvents(input, index)) {
      if (read.push(one) <= limits.events) continue;
      throw clientError(
        "BAD_USER_INPUT",
        `the records hold more than ${limits.events} events, as many are taken at once`,
      );
    }
  }
  return read;
}
