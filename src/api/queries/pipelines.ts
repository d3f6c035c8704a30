import { listPipelines } from "../../rules/index.ts";
import { builder, only } from "../builder.ts";
import { PipelineRef } from "../types/pipeline.ts";

builder.queryField("pipelines", (t) =>
  t.field({
    type: [PipelineRef],
    ...only("read"),
    description: "By name.",
    resolve: (_, __, { rooms, principal }) => listPipelines(rooms.database, principal.tenantId),
  }),
);
