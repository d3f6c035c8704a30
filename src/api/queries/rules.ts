import { listRules } from "../../detection/index.ts";
import { builder, only } from "../builder.ts";
import { beginningOf, daysDescription, defaultDays, readDays } from "../inputs/days.ts";
import { readRuleFilter, RuleFilterInput } from "../inputs/ruleFilter.ts";
import { limits } from "../limits.ts";
import { connection, pageOf, pageRequest, pageSize } from "../paging.ts";
import { RuleRef } from "../types/rule.ts";

const RuleOrderEnum = builder.enumType("RuleOrder", {
  description: "Rules of the same rank come by title.",
  values: {
    TITLE: { description: "By title." },
    LAST_FIRED: { description: "Those with the newest detection first, those that have never fired last." },
    LONGEST_SILENT: { description: "Those that have never fired first, then those with the oldest last detection." },
    MOST_DETECTIONS: { description: "Those with the most detections in the last `days` first." },
  } as const,
});

builder.queryField("rules", (t) =>
  t.connection(
    {
      type: RuleRef,
      ...only("read"),
      description: "Rules, filters and correlations; deleted ones are absent.",
      args: {
        filter: t.arg({ type: RuleFilterInput, description: "Absent: all." }),
        orderBy: t.arg({ type: RuleOrderEnum, defaultValue: "TITLE", description: "What they are sorted by." }),
        days: t.arg.int({ defaultValue: defaultDays, description: `What MOST_DETECTIONS counts. ${daysDescription}` }),
      },
      complexity: (args) => ({ field: 1, multiplier: pageSize(args) }),
      resolve: async (_, args, { book, rooms, principal }) => {
        const now = rooms.clock();
        const request = pageRequest(args, (text) => (text.includes("\0") ? text : undefined));
        const { rules, placeOf } = await listRules(rooms.database, {
          tenantId: principal.tenantId,
          book,
          filter: readRuleFilter(args.filter, now),
          order: args.orderBy ?? "TITLE",
          counted: { since: beginningOf(readDays(args.days), now), atMost: limits.count },
        });
        // A cursor holds what rules are sorted by.
        return { ...connection(pageOf(rules, request, placeOf), placeOf), totalCount: rules.length };
      },
    },
    {
      name: "RuleConnection",
      fields: (c) => ({
        totalCount: c.exposeInt("totalCount", { description: "All that the filter finds, on whichever page." }),
      }),
    },
    { name: "RuleEdge" },
  ),
);

builder.queryField("rule", (t) =>
  t.field({
    type: RuleRef,
    ...only("read"),
    description: "A rule, deleted ones included.",
    args: {
      id: t.arg.id({ required: true, description: "The Sigma id; of a rule without one its name, else its title." }),
    },
    resolve: (_, { id }, { book }) => book.byIdentity.get(id) ?? null,
  }),
);
