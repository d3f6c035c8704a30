import { type Tactic, tactics, techniques } from "../../attack/index.ts";
import { builder } from "../builder.ts";
import { TechniqueRef } from "./technique.ts";

export const TacticRef = builder.objectRef<Tactic>("Tactic");

TacticRef.implement({
  description: "An ATT&CK tactic: what an attacker is after.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Such as `TA0010`." }),
    name: t.exposeString("name", { description: "ATT&CK's name for it, such as `Exfiltration`." }),
    shortName: t.exposeString("shortName", { description: "As tags spell it, such as `exfiltration`." }),
    techniques: t.field({
      type: [TechniqueRef],
      description: "Its techniques and sub-techniques, by id.",
      complexity: { multiplier: 50 },
      resolve: (tactic) => techniques.filter((technique) => technique.tactics.includes(tactic)),
    }),
  }),
});

/** A technique's tactics belong to Tactic's file: one of the two must know the other first. */
builder.objectField(TechniqueRef, "tactics", (t) =>
  t.field({
    type: [TacticRef],
    description: "What it is used for, in the order of the matrix.",
    resolve: (technique) => tactics.filter((tactic) => technique.tactics.includes(tactic)),
  }),
);
