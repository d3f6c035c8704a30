import type { StoredPipeline } from "../../rules/index.ts";
import { builder } from "../builder.ts";

export const PipelineRef = builder.objectRef<StoredPipeline>("Pipeline");

PipelineRef.implement({
  description: "A pySigma processing pipeline: applied to every rule when it is loaded, in the order of priorities.",
  fields: (t) => ({
    name: t.exposeID("name", { description: "Setting a pipeline of the same name replaces it." }),
    yaml: t.exposeString("yaml", { description: "Its text as it was set." }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it was last set." }),
  }),
});
