import type { Activity } from "../../detection/index.ts";
import { builder } from "../builder.ts";
import { ActivityKindEnum } from "../enums.ts";

export const ActivityRef = builder.objectRef<Activity>("Activity");

ActivityRef.implement({
  description: "One thing that was done to a detection.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The activity's own id; it never changes." }),
    at: t.expose("at", { type: "DateTime", description: "When it was done." }),
    actor: t.exposeString("actor", { description: "The name of the key that did it." }),
    kind: t.expose("kind", { type: ActivityKindEnum, description: "What was done." }),
    old: t.exposeString("old", { nullable: true, description: "The value before; null if there was none." }),
    new: t.exposeString("new", { nullable: true, description: "The new value, or the comment." }),
  }),
});
