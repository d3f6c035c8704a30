import { deletePipeline, type PipelineResult, setPipeline } from "../../rules/index.ts";
import { builder, only } from "../builder.ts";
import { readName, readText } from "../ids.ts";
import { PipelineRef } from "../types/pipeline.ts";
import { located, type LocatedProblem, ProblemRef } from "../types/problem.ts";

interface SetPayload extends Omit<PipelineResult, "problems"> {
  readonly problems: readonly LocatedProblem[];
}

const SetPayloadRef = builder.objectRef<SetPayload>("SetPipelinePayload");

SetPayloadRef.implement({
  description: "What became of a pipeline's text.",
  fields: (t) => ({
    pipeline: t.field({
      type: PipelineRef,
      nullable: true,
      description: "Null if the text has an error.",
      resolve: ({ pipeline }) => pipeline ?? null,
    }),
    problems: t.field({
      type: [ProblemRef],
      description: "What is wrong with the text. One with an error is not stored.",
      resolve: ({ problems }) => [...problems],
    }),
  }),
});

builder.mutationFields((t) => ({
  setPipeline: t.field({
    type: SetPayloadRef,
    ...only("administer"),
    description: "Sets a processing pipeline. All rules are processed anew at once; their stored texts stay.",
    args: {
      name: t.arg.id({
        required: true,
        description: "1 to 100 letters, digits and `_`, `.`, `-`. A pipeline of this name is replaced.",
      }),
      yaml: t.arg.string({ required: true, description: "A processing pipeline as pySigma writes it." }),
    },
    resolve: async (_, { name, yaml }, { rooms, principal }) => {
      const result = await setPipeline(rooms, principal, readName(name), readText(yaml, "yaml"));
      return { ...result, problems: located(result.problems, yaml, name) };
    },
  }),
  deletePipeline: t.boolean({
    ...only("administer"),
    description: "Removes a pipeline: rules are again what their authors wrote. False if there was none.",
    args: { name: t.arg.id({ required: true, description: "The pipeline's name." }) },
    resolve: (_, { name }, { rooms, principal }) => deletePipeline(rooms, principal, readText(name, "name")),
  }),
}));
