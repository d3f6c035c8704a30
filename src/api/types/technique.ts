import { findTechnique, subTechniquesOf, type Technique } from "../../attack/index.ts";
import { builder } from "../builder.ts";

export const TechniqueRef = builder.objectRef<Technique>("Technique");

TechniqueRef.implement({
  description: "An ATT&CK technique or sub-technique: how an attacker gets there.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Such as `T1048.003`." }),
    name: t.exposeString("name", { description: "ATT&CK's name for it." }),
    parent: t.field({
      type: TechniqueRef,
      nullable: true,
      description: "The technique of a sub-technique.",
      resolve: ({ parentId }) => (parentId === undefined ? null : (findTechnique(parentId) ?? null)),
    }),
    subTechniques: t.field({
      type: [TechniqueRef],
      description: "Its sub-techniques, none if it is one itself.",
      resolve: ({ id }) => [...subTechniquesOf(id)],
    }),
  }),
});
