import { builder, only } from "../builder.ts";
import { readUuid } from "../ids.ts";
import { EventRef } from "../types/event.ts";

builder.queryField("event", (t) =>
  t.field({
    type: EventRef,
    ...only("read"),
    args: { id: t.arg.id({ required: true }) },
    resolve: (_, { id }, { loaders }) => {
      const uuid = readUuid(id);
      return uuid === undefined ? null : loaders.event.load(uuid);
    },
  }),
);
