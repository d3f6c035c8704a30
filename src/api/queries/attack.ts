import { attackVersion, findTactic, findTechnique, tactics } from "../../attack/index.ts";
import { filterRules } from "../../rules/index.ts";
import { builder, only } from "../builder.ts";
import { RuleRef } from "../types/rule.ts";
import { TacticRef } from "../types/tactic.ts";
import { TechniqueRef } from "../types/technique.ts";

const anySpelling = "In any spelling that a rule's tag may have.";

builder.queryFields((t) => ({
  attackVersion: t.string({
    ...only("read"),
    description: "The version of ATT&CK that tags are read with.",
    resolve: () => attackVersion,
  }),
  tactics: t.field({
    type: [TacticRef],
    ...only("read"),
    description: "In the order of the matrix.",
    resolve: () => [...tactics],
  }),
  tactic: t.field({
    type: TacticRef,
    ...only("read"),
    description: "One tactic; null if ATT&CK has none of this id.",
    args: { id: t.arg.id({ required: true, description: `\`TA0010\`, \`exfiltration\`. ${anySpelling}` }) },
    resolve: (_, { id }) => findTactic(id) ?? null,
  }),
  technique: t.field({
    type: TechniqueRef,
    ...only("read"),
    description: "One technique or sub-technique; null if ATT&CK has none of this id.",
    args: { id: t.arg.id({ required: true, description: `\`T1048.003\`, \`attack.t1048.003\`. ${anySpelling}` }) },
    resolve: (_, { id }) => findTechnique(id) ?? null,
  }),
}));

const rulesDescription = "The rules tagged with it; a technique's include those of its sub-techniques.";

builder.objectField(TechniqueRef, "rules", (t) =>
  t.field({
    type: [RuleRef],
    description: rulesDescription,
    complexity: { multiplier: 20 },
    resolve: ({ id }, _, { book }) => filterRules(book, { attack: { any: [id] } }),
  }),
);

builder.objectField(TacticRef, "rules", (t) =>
  t.field({
    type: [RuleRef],
    description: rulesDescription,
    complexity: { multiplier: 100 },
    resolve: ({ id }, _, { book }) => filterRules(book, { attack: { any: [id] } }),
  }),
);
