import { countDetections, findDetections, isPlace, listDetections, placeOf } from "../../detection/index.ts";
import { builder, only } from "../builder.ts";
import { DetectionOrderEnum } from "../enums.ts";
import { readUuid } from "../ids.ts";
import { DetectionFilterInput, readDetectionFilter } from "../inputs/detectionFilter.ts";
import { limits } from "../limits.ts";
import { connection, pageRequest, pageSize } from "../paging.ts";
import { CountRef } from "../types/count.ts";
import { DetectionRef } from "../types/detectionRef.ts";
import { ingestedDetections } from "./ingestedDetections.ts";

builder.queryField("detections", (t) =>
  t.connection(
    {
      type: DetectionRef,
      ...only("read"),
      description: "Detections, in the order that is asked for.",
      args: {
        order: t.arg({
          type: DetectionOrderEnum,
          defaultValue: "NEWEST",
          description: "What they are sorted by. A cursor is good for the order that gave it.",
        }),
        filter: t.arg({ type: DetectionFilterInput, description: "Absent: all." }),
        includeTests: t.arg.boolean({
          defaultValue: false,
          description: "Also those of rules in state TESTING.",
        }),
      },
      complexity: (args) => ({ field: 5, multiplier: pageSize(args) }),
      resolve: async (_, args, { principal, rooms, book }) => {
        const query = {
          tenantId: principal.tenantId,
          book,
          filter: readDetectionFilter(args.filter, rooms.clock()),
          includeTests: args.includeTests ?? false,
        };
        if (args.order === "INGESTED") return { ...(await ingestedDetections(rooms, query, args)), query };
        const order = args.order ?? "NEWEST";
        const request = pageRequest(args, (text) => (isPlace(order, text) ? text : undefined));
        const page = await listDetections(rooms.database, query, { ...request, order }, rooms.clock());
        return { ...connection(page, (one) => placeOf(order, one)), query };
      },
    },
    {
      name: "DetectionConnection",
      fields: (c) => ({
        totalCount: c.field({
          type: CountRef,
          description: `All that the filter finds. Exact if it speaks of rules, severity, status, disposition and time alone, and \`includeTests\` is false; else counted up to ${limits.count}, and not for longer than a moment.`,
          complexity: 50,
          resolve: ({ query }, _, { rooms }) => countDetections(rooms.database, query, limits.count, rooms.clock()),
        }),
      }),
    },
    { name: "DetectionEdge" },
  ),
);

builder.queryField("detection", (t) =>
  t.field({
    type: DetectionRef,
    ...only("read"),
    description: "One detection; null if there is none of this id.",
    args: { id: t.arg.id({ required: true, description: "The detection's `id`." }) },
    resolve: async (_, { id }, { principal, rooms }) => {
      const uuid = readUuid(id);
      return uuid === undefined
        ? null
        : ((await findDetections(rooms.database, principal.tenantId, [uuid]))[0] ?? null);
    },
  }),
);
