import { listValueLists } from "../../rules/index.ts";
import { builder, only } from "../builder.ts";
import { ValueListRef } from "../types/valueList.ts";

builder.queryField("valueLists", (t) =>
  t.field({
    type: [ValueListRef],
    ...only("read"),
    description: "By name.",
    resolve: (_, __, { rooms, principal }) => listValueLists(rooms.database, principal.tenantId),
  }),
);
