import { listRules } from "../../detection/index.ts";
import { exportRules, type RuleExport, type RuleFile } from "../../rules/index.ts";
import { builder, only } from "../builder.ts";
import { clientError } from "../errors.ts";
import { readRuleFilter, RuleFilterInput } from "../inputs/ruleFilter.ts";
import { limits } from "../limits.ts";

const RuleFileRef = builder.objectRef<RuleFile>("RuleFile").implement({
  description: "A rule's text as a file.",
  fields: (t) => ({
    path: t.exposeString("path", {
      description: "Where the text came from, if that is the path of a YAML file of its own; else after the rule's id.",
    }),
    content: t.exposeString("content", { description: "Byte for byte as it is stored." }),
  }),
});

const RuleExportRef = builder.objectRef<RuleExport>("RuleExport").implement({
  description: "Rules as YAML. `importRules` takes it, here or elsewhere; state and overrides are not part of it.",
  fields: (t) => ({
    count: t.int({ description: "How many rules.", resolve: ({ files }) => files.length }),
    yaml: t.exposeString("yaml", { description: "All of them as one text of many documents." }),
    files: t.field({
      type: [RuleFileRef],
      description: "A file for each, as `importRules` takes them: imported again they change nothing.",
      resolve: ({ files }) => [...files],
    }),
  }),
});

builder.queryField("exportRules", (t) =>
  t.field({
    type: RuleExportRef,
    ...only("read"),
    description: `The texts of rules, filters and correlations, at most ${limits.exportRules.toLocaleString("en")}; deleted ones are absent.`,
    args: { filter: t.arg({ type: RuleFilterInput, description: "Absent: all." }) },
    complexity: { field: 100, multiplier: 1 },
    resolve: async (_, { filter }, { book, rooms, principal }) => {
      const now = rooms.clock();
      const counted = { since: now, atMost: 0 };
      const query = { book, filter: readRuleFilter(filter, now), order: "TITLE", counted } as const;
      const { rules } = await listRules(rooms.database, { tenantId: principal.tenantId, ...query });
      if (rules.length <= limits.exportRules) return exportRules(rules);
      throw clientError(
        "BAD_USER_INPUT",
        `${rules.length} rules are more than one export takes (${limits.exportRules}): narrow the filter`,
      );
    },
  }),
);
