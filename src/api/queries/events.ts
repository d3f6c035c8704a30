import { listEvents, maxPassedEvents } from "../../detection/index.ts";
import { builder, only } from "../builder.ts";
import { readUuid } from "../ids.ts";
import { EventFilterInput, readEventFilter } from "../inputs/eventFilter.ts";
import { connection, pageRequest, pageSize } from "../paging.ts";
import { EventRef } from "../types/event.ts";

builder.queryField("events", (t) =>
  t.connection(
    {
      type: EventRef,
      ...only("read"),
      description: `Events, newest first: by their arrival. A page ends when it has passed over ${maxPassedEvents} that are not wanted: with a next page, and \`endCursor\` says where to go on.`,
      args: { filter: t.arg({ type: EventFilterInput, description: "Absent: all." }) },
      complexity: (args) => ({ field: 20, multiplier: pageSize(args) }),
      resolve: async (_, args, { principal: { tenantId }, rooms }) => {
        const now = rooms.clock();
        const query = { tenantId, filter: readEventFilter(args.filter, now) };
        const page = await listEvents(rooms.database, query, pageRequest(args, readUuid), now);
        return {
          ...connection(page, ({ id }) => id),
          endedEarly: page.startsAt !== undefined || page.endsAt !== undefined,
        };
      },
    },
    {
      name: "EventConnection",
      fields: (c) => ({
        endedEarly: c.exposeBoolean("endedEarly", {
          description: "Too many events were passed over to fill the page; there may be more that are wanted.",
        }),
      }),
    },
    { name: "EventEdge" },
  ),
);

builder.queryField("event", (t) =>
  t.field({
    type: EventRef,
    ...only("read"),
    description: "One event; null if there is none of this id, or it is past its retention.",
    args: { id: t.arg.id({ required: true, description: "The event's `id`." }) },
    resolve: (_, { id }, { loaders }) => {
      const uuid = readUuid(id);
      return uuid === undefined ? null : loaders.event.load(uuid);
    },
  }),
);
