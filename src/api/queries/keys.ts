import { listKeys } from "../../access/index.ts";
import { builder, only } from "../builder.ts";
import { ApiKeyRef } from "../types/apiKey.ts";

builder.queryField("keys", (t) =>
  t.field({
    type: [ApiKeyRef],
    ...only("administer"),
    description: "All keys by name, revoked ones included; never their secrets.",
    complexity: { multiplier: 100 },
    resolve: (_, __, { rooms, principal }) => listKeys(rooms.database, principal.tenantId),
  }),
);
