import { type ConfigureResult, configureRules } from "../../rules/index.ts";
import { builder, only } from "../builder.ts";
import { RuleStateEnum, RuleStatusEnum, SeverityEnum } from "../enums.ts";
import { readIds } from "../ids.ts";
import { RuleRef } from "../types/rule.ts";
import { UserErrorRef } from "../types/userError.ts";

const ConfigurePayload = builder.objectRef<ConfigureResult>("ConfigureRulesPayload");

ConfigurePayload.implement({
  fields: (t) => ({
    changed: t.field({ type: [RuleRef], resolve: ({ changed }) => [...changed] }),
    unchanged: t.field({ type: [RuleRef], description: "Already so.", resolve: ({ unchanged }) => [...unchanged] }),
    userErrors: t.field({
      type: [UserErrorRef],
      resolve: ({ missing }) => missing.map((id) => ({ code: "NOT_FOUND", message: `there is no rule ${id}`, id })),
    }),
  }),
});

builder.mutationFields((t) => {
  const ids = t.arg.idList({ required: true, description: "The rules' ids: one or many." });
  return {
    setRuleState: t.field({
      type: ConfigurePayload,
      ...only("administer"),
      description: "Enables, disables or tests rules.",
      args: { ids, state: t.arg({ type: RuleStateEnum, required: true }) },
      resolve: (_, args, { principal, rooms }) =>
        configureRules(rooms, principal, readIds(args.ids), { state: args.state }),
    }),
    overrideRuleStatus: t.field({
      type: ConfigurePayload,
      ...only("administer"),
      description: "Sets the status that counts in place of the author's.",
      args: { ids, status: t.arg({ type: RuleStatusEnum, description: "Null takes the override away." }) },
      resolve: (_, args, { principal, rooms }) =>
        configureRules(rooms, principal, readIds(args.ids), { statusOverride: args.status ?? null }),
    }),
    overrideRuleSeverity: t.field({
      type: ConfigurePayload,
      ...only("administer"),
      description: "Sets the severity of coming detections in place of the author's level.",
      args: { ids, severity: t.arg({ type: SeverityEnum, description: "Null takes the override away." }) },
      resolve: (_, args, { principal, rooms }) =>
        configureRules(rooms, principal, readIds(args.ids), { severityOverride: args.severity ?? null }),
    }),
  };
});
