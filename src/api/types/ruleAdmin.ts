import { filtersOfRule, isExpired, type RuleEntry, type RuleRevision, rulesOfFilter } from "../../rules/index.ts";
import { unifiedDiff } from "../../std/index.ts";
import { builder } from "../builder.ts";
import { readFirst } from "../inputs/first.ts";
import { limits } from "../limits.ts";
import { RuleRef } from "./rule.ts";

const mostFilteredRules = 50;

const FilteredRulesRef = builder.objectRef<readonly RuleEntry[]>("FilteredRules").implement({
  description: "The rules that a filter is for.",
  fields: (t) => ({
    count: t.int({ description: "How many there are.", resolve: (rules) => rules.length }),
    rules: t.field({
      type: [RuleRef],
      description: "The first of them.",
      args: {
        first: t.arg.int({ defaultValue: mostFilteredRules, description: `So many, at most ${limits.pageSize}.` }),
      },
      complexity: ({ first }) => ({ field: 1, multiplier: first ?? mostFilteredRules }),
      resolve: (rules, { first }) => rules.slice(0, readFirst(first ?? mostFilteredRules)),
    }),
  }),
});

const namedRevision = ({ revision, yaml }: RuleRevision) => ({ name: `revision ${revision}`, text: yaml });

builder.objectFields(RuleRef, (t) => ({
  expiresAt: t.expose("expiresAt", {
    type: "DateTime",
    nullable: true,
    description: "Of a filter: from then on it narrows nothing. Null if it does not end.",
  }),
  isExpired: t.boolean({
    description: "Whether it is a filter whose time is over.",
    resolve: (entry, _, { rooms }) => isExpired(entry, rooms.clock()),
  }),
  filters: t.field({
    type: [RuleRef],
    description: "The filters that are for this rule, expired and switched-off ones included.",
    complexity: { field: 20 },
    resolve: async (entry, _, { rooms, principal }) =>
      filtersOfRule(await rooms.registry.book(principal.tenantId), entry),
  }),
  filteredRules: t.field({
    type: FilteredRulesRef,
    nullable: true,
    description: "The rules that this filter is for, whether or not it counts now. Null of what is no filter.",
    resolve: async ({ resolved }, _, { rooms, principal }) =>
      resolved?.kind === "filter" ? rulesOfFilter(await rooms.registry.book(principal.tenantId), resolved) : null,
  }),
  diff: t.string({
    nullable: true,
    description:
      "How two revisions differ, by lines, as `diff -u` writes it; empty if they do not. Null if one of them does not exist.",
    args: {
      from: t.arg.int({ required: true, description: "The number of the one revision." }),
      to: t.arg.int({ description: "The number of the other; the current one if absent." }),
    },
    complexity: { field: 20, multiplier: 1 },
    resolve: async ({ id, revision }, { from, to }, { loaders }) => {
      const [old, now] = await loaders.revision.loadMany([
        { ruleId: id, revision: from },
        { ruleId: id, revision: to ?? revision },
      ]);
      if (!old || !now) return null;
      if (old instanceof Error) throw old;
      if (now instanceof Error) throw now;
      return unifiedDiff(namedRevision(old), namedRevision(now));
    },
  }),
}));
