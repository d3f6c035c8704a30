import { filterRules, type RuleEntry } from "../../rules/index.ts";
import { builder, only } from "../builder.ts";
import { readRuleFilter, RuleFilterInput } from "../inputs/ruleFilter.ts";
import { connection, pageOf, pageRequest, pageSize } from "../paging.ts";
import { RuleRef } from "../types/rule.ts";

/** What rules are sorted by, and so what their cursors hold. */
const keyOf = ({ title, identity }: RuleEntry): string => `${title}\0${identity}`;

builder.queryField("rules", (t) =>
  t.connection(
    {
      type: RuleRef,
      ...only("read"),
      description: "Rules by title; deleted ones are absent.",
      args: { filter: t.arg({ type: RuleFilterInput }) },
      complexity: (args) => ({ field: 1, multiplier: pageSize(args) }),
      resolve: (_, args, { book }) => {
        const rules = filterRules(book, readRuleFilter(args.filter));
        const page = pageOf(
          rules,
          pageRequest(args, (text) => (text.includes("\0") ? text : undefined)),
          keyOf,
        );
        return { ...connection(page, keyOf), totalCount: rules.length };
      },
    },
    { name: "RuleConnection", fields: (c) => ({ totalCount: c.exposeInt("totalCount") }) },
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
