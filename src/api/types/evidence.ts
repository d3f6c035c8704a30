import type { KeptEvidence } from "../../detection/index.ts";
import { builder } from "../builder.ts";

export const EvidenceRef = builder.objectRef<KeptEvidence>("Evidence");

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
    valueLength: t.int({
      nullable: true,
      description: "The length of the whole value where `value` is an excerpt: the event's record has the rest.",
      resolve: ({ valueLength }) => valueLength ?? null,
    }),
    pattern: t.exposeString("pattern", { description: "What the rule asked for, as its author wrote it." }),
  }),
});
