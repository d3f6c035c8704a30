import { regradeDetections, regradeLimits, type Regrading } from "../../detection/index.ts";
import { configureRules } from "../../rules/index.ts";
import { builder, only } from "../builder.ts";
import { SeverityEnum } from "../enums.ts";
import { readIds } from "../ids.ts";
import { type Configured, errorsOf } from "../types/configurePayload.ts";
import { RuleRef } from "../types/rule.ts";
import { UserErrorRef } from "../types/userError.ts";

interface SeverityPayload extends Configured {
  /** Absent if it was not asked for. */
  readonly regrading?: Regrading;
}

const SeverityPayload = builder.objectRef<SeverityPayload>("OverrideRuleSeverityPayload");

SeverityPayload.implement({
  description: "What became of rules, and of their open detections.",
  fields: (t) => ({
    changed: t.field({ type: [RuleRef], description: "As they are now.", resolve: ({ changed }) => [...changed] }),
    unchanged: t.field({ type: [RuleRef], description: "Already so.", resolve: ({ unchanged }) => [...unchanged] }),
    detectionsRegraded: t.int({
      description: "Open detections that got the severity that their rule has now; 0 if that was not asked for.",
      resolve: ({ regrading }) => regrading?.regraded ?? 0,
    }),
    isComplete: t.boolean({
      description: `False if open detections may be left: one request regrades ${regradeLimits.detections.toLocaleString("en")} at most. The same request again goes on.`,
      resolve: ({ regrading }) => regrading?.isComplete ?? true,
    }),
    userErrors: t.field({ type: [UserErrorRef], description: "What was refused, by id.", resolve: errorsOf }),
  }),
});

builder.mutationFields((t) => ({
  overrideRuleSeverity: t.field({
    type: SeverityPayload,
    ...only("administer"),
    description: "Sets the severity of coming detections in place of the author's level.",
    args: {
      ids: t.arg.idList({ required: true, description: "The rules' ids: one or many." }),
      severity: t.arg({ type: SeverityEnum, description: "Null takes the override away." }),
      regradeOpen: t.arg.boolean({
        defaultValue: false,
        description:
          "Whether open detections of these rules get the severity too, each with an activity. Those of rules that are unchanged as well.",
      }),
    },
    resolve: async (_, args, { principal, rooms }) => {
      const severityOverride = args.severity ?? null;
      const result = await configureRules(rooms, principal, readIds(args.ids), { severityOverride });
      if (!args.regradeOpen) return result;
      const rules = [...result.changed, ...result.unchanged];
      return { ...result, regrading: await regradeDetections(rooms.database, principal, rules, rooms.clock()) };
    },
  }),
}));
