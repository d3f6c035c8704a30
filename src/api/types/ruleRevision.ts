import { type RuleRevision, titleOf } from "../../rules/index.ts";
import { builder } from "../builder.ts";

export const RuleRevisionRef = builder.objectRef<RuleRevision>("RuleRevision");

RuleRevisionRef.implement({
  description: "A rule's text as it was at one time.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: "Counted from 1." }),
    title: t.string({
      nullable: true,
      description: "The title in this text; null if none can be read.",
      resolve: ({ yaml }) => titleOf(yaml),
    }),
    yaml: t.exposeString("yaml", { description: "Byte for byte as it came." }),
    source: t.exposeString("source", { description: "Where it came from, such as a file's path." }),
    actor: t.exposeString("actor", { description: "The name of the key that brought it." }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was stored." }),
  }),
});
