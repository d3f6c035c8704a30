import type { Logsource } from "../../sigma/index.ts";
import { builder } from "../builder.ts";
import { dimensions } from "../dimensions.ts";

export const LogsourceRef = builder.objectRef<Omit<Logsource, "span">>("Logsource");

LogsourceRef.implement({
  description: "Which events a rule is for, as its author wrote it. A dimension that is null may be anything.",
  fields: (t) => ({
    category: t.string({
      nullable: true,
      description: dimensions.category,
      resolve: ({ category }) => category ?? null,
    }),
    product: t.string({ nullable: true, description: dimensions.product, resolve: ({ product }) => product ?? null }),
    service: t.string({ nullable: true, description: dimensions.service, resolve: ({ service }) => service ?? null }),
    definition: t.string({
      nullable: true,
      description: "What must be switched on for such events to exist.",
      resolve: ({ definition }) => definition ?? null,
    }),
  }),
});
