import { validateRule, type Validation } from "../../rules/index.ts";
import { builder, only } from "../builder.ts";
import { RuleKindEnum } from "../enums.ts";
import { located, ProblemRef } from "../types/problem.ts";
import { RuleRef } from "../types/rule.ts";
import { UserErrorRef } from "../types/userError.ts";

interface Validated extends Validation {
  readonly yaml: string;
}

const RuleValidationRef = builder.objectRef<Validated>("RuleValidation").implement({
  description: "What storing a text would come to. Nothing is stored.",
  fields: (t) => ({
    isValid: t.boolean({
      description: "Whether it could be stored.",
      resolve: ({ document }) => document !== undefined,
    }),
    id: t.id({
      nullable: true,
      description: "The id that it would have; null if it could not be stored, as are `kind` and `title`.",
      resolve: ({ document }) => document?.identity ?? null,
    }),
    kind: t.field({
      type: RuleKindEnum,
      nullable: true,
      description: "Whether it is a rule, a filter or a correlation.",
      resolve: ({ document }) => document?.kind ?? null,
    }),
    title: t.string({
      nullable: true,
      description: "As its author wrote it.",
      resolve: ({ document }) => document?.title ?? null,
    }),
    existing: t.field({
      type: RuleRef,
      nullable: true,
      description: "The rule that has this id: the text would be a revision of it. Null if it would be new.",
      resolve: ({ entry }) => entry ?? null,
    }),
    problems: t.field({
      type: [ProblemRef],
      description:
        "What is wrong with the text, and what the checks say of it, by itself and beside the rules that are stored.",
      resolve: ({ problems, yaml }) => located(problems, yaml),
    }),
    userErrors: t.field({
      type: [UserErrorRef],
      description: "Why it could not be stored, beside `problems`.",
      resolve: ({ refusal }) => (refusal ? [refusal] : []),
    }),
  }),
});

builder.queryField("validateRule", (t) =>
  t.field({
    type: RuleValidationRef,
    ...only("read"),
    description: "Says of a rule, filter or correlation what storing it would say. Nothing is stored.",
    args: { yaml: t.arg.string({ required: true, description: "One Sigma rule, filter or correlation." }) },
    complexity: { field: 100, multiplier: 1 },
    resolve: (_, { yaml }, { book, rooms }) => ({ ...validateRule(book, yaml, rooms.clock()), yaml }),
  }),
);
