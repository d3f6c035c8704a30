import type { ValueList } from "../../rules/index.ts";
import { builder } from "../builder.ts";

export const ValueListRef = builder.objectRef<ValueList>("ValueList");

ValueListRef.implement({
  description: "What a placeholder `%name%` of the modifier `expand` stands for in rules.",
  fields: (t) => ({
    name: t.exposeID("name"),
    values: t.stringList({ resolve: ({ values }) => [...values] }),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
  }),
});
