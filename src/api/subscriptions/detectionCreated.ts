import { type Detection, endOfFeed, followDetections, type IngestedPage } from "../../detection/index.ts";
import { builder, only } from "../builder.ts";
import { clientError } from "../errors.ts";
import { DetectionFilterInput, readDetectionFilter } from "../inputs/detectionFilter.ts";
import { cancellable } from "../live/cancellable.ts";
import { encodeCursor, decodeCursor } from "../paging.ts";
import { readSequenceCursor, sequenceCursor } from "../sequenceCursor.ts";
import { DetectionRef } from "../types/detectionRef.ts";

interface DetectionCreated {
  readonly sequence: bigint;
  readonly detection: Detection | null;
}

const DetectionCreatedRef = builder.objectRef<DetectionCreated>("DetectionCreated").implement({
  description: "A detection that was stored, or how far the subscription has come.",
  fields: (t) => ({
    cursor: t.string({
      description:
        "Where to go on after it: the `after` of the next subscription, or of `detections(order: INGESTED)`.",
      resolve: ({ sequence }) => encodeCursor(sequenceCursor(sequence)),
    }),
    detection: t.field({
      type: DetectionRef,
      nullable: true,
      description:
        "Null in the first answer of all, which says where the subscription begins, and now and then where the filter passes over many.",
      resolve: ({ detection }) => detection,
    }),
  }),
});

builder.subscriptionField("detectionCreated", (t) =>
  t.field({
    type: DetectionCreatedRef,
    ...only("read"),
    description: "Detections as they are stored, each once, in the order of `detections(order: INGESTED)`.",
    args: {
      filter: t.arg({ type: DetectionFilterInput, description: "Absent: all." }),
      includeTests: t.arg.boolean({ defaultValue: false, description: "Also those of rules in state TESTING." }),
      after: t.arg.string({
        description:
          "The last `cursor` that was seen: nothing that was stored since is left out. Without it only what comes from now on.",
      }),
    },
    subscribe: async (_, args, { principal, rooms }) => {
      const query = {
        tenantId: principal.tenantId,
        filter: readDetectionFilter(args.filter, rooms.clock()),
        includeTests: args.includeTests ?? false,
      };
      const end = await endOfFeed(rooms, query);
      const after = args.after == null ? end : readAfter(args.after, end);
      const bursts = cancellable(async function* (signal) {
        yield [{ sequence: after, detection: null }];
        for await (const page of followDetections(rooms, query, after, signal)) yield burstOf(page);
      });
      // The bursts are taken apart where subscriptions are run.
      return bursts as unknown as AsyncIterable<DetectionCreated>;
    },
    resolve: (created) => created,
  }),
);

function readAfter(cursor: string, end: bigint): bigint {
  const after = readSequenceCursor(decodeCursor(cursor));
  if (after === undefined) throw clientError("BAD_USER_INPUT", "`after` is not a cursor of detections in ingest order");
  if (after <= end) return after;
  throw clientError(
    "BAD_USER_INPUT",
    "`after` lies ahead of all detections: the database is an earlier state of the one that gave it. Subscribe without it",
  );
}

const burstOf = ({ items, end }: IngestedPage): readonly DetectionCreated[] =>
  items.length === 0
    ? [{ sequence: end, detection: null }]
    : items.map((detection) => ({ sequence: detection.sequence, detection }));
