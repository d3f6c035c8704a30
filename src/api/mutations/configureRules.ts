import { configureRules } from "../../rules/index.ts";
import { builder, only } from "../builder.ts";
import { RuleStateEnum, RuleStatusEnum } from "../enums.ts";
import { readIds } from "../ids.ts";
import { ConfigurePayload } from "../types/configurePayload.ts";

builder.mutationFields((t) => {
  const ids = t.arg.idList({ required: true, description: "The rules' ids: one or many." });
  return {
    setRuleState: t.field({
      type: ConfigurePayload,
      ...only("administer"),
      description: "Enables, disables or tests rules.",
      args: { ids, state: t.arg({ type: RuleStateEnum, required: true, description: "What they are set to." }) },
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
  };
});
