import type { Principal } from "../../access/index.ts";
import { builder } from "../builder.ts";
import { RoleEnum } from "../enums.ts";

const ViewerRef = builder.objectRef<Principal>("Viewer");

ViewerRef.implement({
  description: "Who asks.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "The key's name." }),
    role: t.expose("role", { type: RoleEnum, description: "What the key may do." }),
  }),
});

builder.queryField("viewer", (t) =>
  t.field({
    type: ViewerRef,
    description: "Who asks: the key that came with the request.",
    resolve: (_, __, { principal }) => principal,
  }),
);
