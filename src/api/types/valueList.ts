import type { ValueList } from "../../rules/index.ts";
import { builder } from "../builder.ts";

export const ValueListRef = builder.objectRef<ValueList>("ValueList");

ValueListRef.implement({
  description: "What a placeholder `%name%` of the modifier `expand` stands for in rules.",
  fields: (t) => ({
    name: t.exposeID("name", { description: "As between the percent signs of `%name%`." }),
    values: t.stringList({
      description: "What stands in place of the placeholder.",
      resolve: ({ values }) => [...values],
    }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it was last set." }),
  }),
});
