import type { ConfigureResult } from "../../rules/index.ts";
import { builder } from "../builder.ts";
import { RuleRef } from "./rule.ts";
import { type UserError, UserErrorRef } from "./userError.ts";

/** What became of each rule that a mutation named. */
export interface Configured extends ConfigureResult {
  readonly refused?: readonly UserError[];
}

/** Why rules were left as they are. */
export const errorsOf = ({ missing, refused = [] }: Configured): UserError[] => [
  ...missing.map((id) => ({ code: "NOT_FOUND", message: `there is no rule ${id}`, id })),
  ...refused,
];

export const ConfigurePayload = builder.objectRef<Configured>("ConfigureRulesPayload");

ConfigurePayload.implement({
  description: "What became of rules: each that was named is changed, unchanged or refused.",
  fields: (t) => ({
    changed: t.field({ type: [RuleRef], description: "As they are now.", resolve: ({ changed }) => [...changed] }),
    unchanged: t.field({ type: [RuleRef], description: "Already so.", resolve: ({ unchanged }) => [...unchanged] }),
    userErrors: t.field({ type: [UserErrorRef], description: "What was refused, by id.", resolve: errorsOf }),
  }),
});
