import { locate, type Problem, type Source } from "../../sigma/index.ts";
import { builder } from "../builder.ts";
import { ProblemSeverityEnum } from "../enums.ts";

/** A problem with the text that it was found in. */
export interface LocatedProblem {
  readonly problem: Problem<string>;
  readonly source: Source;
}

export const ProblemRef = builder.objectRef<LocatedProblem>("Problem");

ProblemRef.implement({
  description: "A mistake in a rule, which its author can mend.",
  fields: (t) => ({
    code: t.string({ description: "Stable: tools can rely on it.", resolve: ({ problem }) => problem.code }),
    severity: t.field({
      type: ProblemSeverityEnum,
      description: "Whether it keeps the text from being used.",
      resolve: ({ problem }) => problem.severity,
    }),
    message: t.string({ description: "What is wrong, in a sentence.", resolve: ({ problem }) => problem.message }),
    hint: t.string({
      nullable: true,
      description: "How to mend it; null where nothing can be said.",
      resolve: ({ problem }) => problem.hint ?? null,
    }),
    line: t.int({
      description: "Counted from 1.",
      resolve: ({ problem, source }) => locate(source.text, problem.span.start).line,
    }),
    column: t.int({
      description: "Counted from 1, in characters.",
      resolve: ({ problem, source }) => locate(source.text, problem.span.start).column,
    }),
  }),
});

export const located = (problems: readonly Problem<string>[], text: string, name = "rule"): LocatedProblem[] =>
  problems.map((problem) => ({ problem, source: { name, text } }));
