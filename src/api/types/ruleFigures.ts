import { fewestJudged, type RuleFigures } from "../../detection/index.ts";
import { builder } from "../builder.ts";
import { daysDescription, defaultDays, readDays } from "../inputs/days.ts";
import { limits } from "../limits.ts";
import { CountRef } from "./count.ts";
import { RuleRef } from "./rule.ts";

const RuleFiguresRef = builder.objectRef<Omit<RuleFigures, "ruleId">>("RuleFigures").implement({
  description: `What became of a rule's detections of some days, those in state TESTING included; of the newest ${limits.count.toLocaleString("en")} if there are more.`,
  fields: (t) => ({
    detections: t.field({ type: CountRef, description: "How many it made.", resolve: ({ detections }) => detections }),
    open: t.exposeInt("open", { description: "Those of them that are not closed." }),
    judged: t.exposeInt("judged", { description: "Those of them that are closed with a disposition." }),
    falsePositiveRatio: t.exposeFloat("falsePositiveRatio", {
      nullable: true,
      description: `The share of FALSE_POSITIVE in \`judged\`, 0 to 1. Null below ${fewestJudged}, which say nothing.`,
    }),
  }),
});

builder.objectFields(RuleRef, (t) => ({
  costShare: t.float({
    nullable: true,
    description:
      "The share of the time that matching takes which goes into this rule, 0 to 1: of a sample of your events, in this hour and the one before, in the process that answers. Looking rules up, which is no rule's own, is part of the whole. Null where nothing has been measured yet.",
    resolve: ({ id }, _, { principal, rooms }) => rooms.registry.costShares(principal.tenantId).of(id) ?? null,
  }),
  lastFired: t.field({
    type: "DateTime",
    nullable: true,
    description: "When its newest detection was made; null if it has none.",
    complexity: { field: 2 },
    resolve: ({ id }, _, { loaders }) => loaders.lastFired.load(id),
  }),
  figures: t.field({
    type: RuleFiguresRef,
    description: "What became of its detections.",
    args: { days: t.arg.int({ defaultValue: defaultDays, description: daysDescription }) },
    complexity: { field: 5, multiplier: 1 },
    resolve: ({ id }, { days }, { loaders }) => loaders.figures.load({ ruleId: id, days: readDays(days) }),
  }),
}));
