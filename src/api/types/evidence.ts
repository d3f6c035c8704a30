import type { KeptEvidence } from "../../detection/index.ts";
import { highlight } from "../../engine/index.ts";
import type { Rule } from "../../sigma/index.ts";
import type { TextRange } from "../../std/index.ts";
import { builder } from "../builder.ts";

const TextRangeRef = builder.objectRef<TextRange>("TextRange");

TextRangeRef.implement({
  description: "A part of a text, counted in UTF-16 units, as JavaScript, Java and C# count characters.",
  fields: (t) => ({
    start: t.exposeInt("start", { description: "Where it begins, counted from 0." }),
    end: t.exposeInt("end", { description: "Where it ends: the place after its last character." }),
  }),
});

/** Evidence with the rule that it is of; `rule` is asked only for what is to be highlighted. */
export interface DetectionEvidence extends KeptEvidence {
  readonly rule: () => Promise<Rule | null>;
}

export const EvidenceRef = builder.objectRef<DetectionEvidence>("Evidence");

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
    ranges: t.field({
      type: [TextRangeRef],
      description:
        "The parts of `value` that the pattern found, in their order. Empty where there is no such place, as with a field that was absent.",
      resolve: async ({ rule, ...evidence }) => {
        const fired = evidence.value === undefined ? null : await rule();
        return fired ? highlight(fired, evidence, evidence.valueLength !== undefined) : [];
      },
    }),
  }),
});
