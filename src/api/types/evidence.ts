import type { Evidence } from "../../engine/index.ts";
import { builder } from "../builder.ts";

export const EvidenceRef = builder.objectRef<Evidence>("Evidence");

EvidenceRef.implement({
  description: "Why a rule matched: one thing that it asked and the event had.",
  fields: (t) => ({
    selection: t.exposeString("selection", { description: "The selection of the rule that asked." }),
    field: t.string({
      nullable: true,
      description: "The field as the rule names it; null where something was absent.",
      resolve: ({ field }) => field ?? null,
    }),
    value: t.string({ nullable: true, description: "What the event had.", resolve: ({ value }) => value ?? null }),
    pattern: t.exposeString("pattern", { description: "What the rule asked for, as its author wrote it." }),
  }),
});
