import { createRule, type EditResult, restoreRule, updateRule } from "../../rules/index.ts";
import { dropNulls } from "../absent.ts";
import { builder, only } from "../builder.ts";
import { RuleStateEnum } from "../enums.ts";
import { readText } from "../ids.ts";
import { located, type LocatedProblem, ProblemRef } from "../types/problem.ts";
import { RuleRef } from "../types/rule.ts";
import { UserErrorRef } from "../types/userError.ts";

interface EditPayload extends Omit<EditResult, "problems"> {
  readonly problems: readonly LocatedProblem[];
}

const EditPayloadRef = builder.objectRef<EditPayload>("EditRulePayload");

EditPayloadRef.implement({
  description: "What became of a rule's text.",
  fields: (t) => ({
    rule: t.field({
      type: RuleRef,
      nullable: true,
      description: "The rule as it is now; null if it was not stored.",
      resolve: ({ entry }) => entry ?? null,
    }),
    problems: t.field({
      type: [ProblemRef],
      description:
        "What is wrong with the text, and what the checks say of it. A text with an error is not stored; warnings do not hinder.",
      resolve: ({ problems }) => [...problems],
    }),
    userErrors: t.field({
      type: [UserErrorRef],
      description: "Why it was not stored, beside `problems`.",
      resolve: ({ refusal }) => (refusal ? [refusal] : []),
    }),
  }),
});

const payload = ({ problems, ...result }: EditResult, yaml: string): EditPayload => ({
  ...result,
  problems: located(problems, yaml),
});

builder.mutationFields((t) => ({
  createRule: t.field({
    type: EditPayloadRef,
    ...only("administer"),
    description: "Stores a new rule, filter or correlation. It counts at once.",
    args: {
      yaml: t.arg.string({ required: true, description: "One Sigma rule, filter or correlation." }),
      state: t.arg({ type: RuleStateEnum, description: "ACTIVE if absent; of a deleted rule, the one that it had." }),
      expiresAt: t.arg({ type: "DateTime", description: "Of a filter: when it stops to narrow rules." }),
    },
    resolve: async (_, { yaml, ...word }, { principal, rooms }) =>
      payload(await createRule(rooms, principal, readText(yaml, "yaml"), dropNulls(word)), yaml),
  }),
  updateRule: t.field({
    type: EditPayloadRef,
    ...only("administer"),
    description: "Stores another text of a rule as a new revision. State, overrides and expiry stay.",
    args: {
      id: t.arg.id({ required: true, description: "The rule's `id`." }),
      yaml: t.arg.string({ required: true, description: "One Sigma rule with the same id." }),
      expectedVersion: t.arg.int({ required: true, description: "The `version` that the change was decided on." }),
    },
    resolve: async (_, { id, yaml, expectedVersion }, { principal, rooms }) =>
      payload(
        await updateRule(rooms, principal, { identity: id, yaml: readText(yaml, "yaml"), expectedVersion }),
        yaml,
      ),
  }),
  restoreRule: t.field({
    type: EditPayloadRef,
    ...only("administer"),
    description:
      "Makes a text that a rule once had its newest revision. A deleted rule is there again. Problems are of that text.",
    args: {
      id: t.arg.id({ required: true, description: "The rule's `id`." }),
      revision: t.arg.int({ required: true, description: "The number of the text that is to count again." }),
      expectedVersion: t.arg.int({ required: true, description: "The `version` that the change was decided on." }),
    },
    resolve: async (_, { id, ...args }, { principal, rooms }) => {
      const result = await restoreRule(rooms, principal, { identity: readText(id, "id"), ...args });
      return payload(result, result.text ?? "");
    },
  }),
}));
