import type { ApiKey, KeyLogsource } from "../../access/index.ts";
import { builder } from "../builder.ts";
import { dimensions } from "../dimensions.ts";
import { RoleEnum } from "../enums.ts";

const KeyLogsourceRef = builder.objectRef<KeyLogsource>("KeyLogsource").implement({
  description: "What the events that come with a key are, whatever their records show. Null: what the records show.",
  fields: (t) => ({
    product: t.string({ nullable: true, description: dimensions.product, resolve: ({ product }) => product ?? null }),
    category: t.string({
      nullable: true,
      description: dimensions.category,
      resolve: ({ category }) => category ?? null,
    }),
    service: t.string({ nullable: true, description: dimensions.service, resolve: ({ service }) => service ?? null }),
  }),
});

export const ApiKeyRef = builder.objectRef<ApiKey>("ApiKey").implement({
  description: "A key that opens the service. The secret itself is shown once, when it is made.",
  fields: (t) => ({
    name: t.exposeID("name", { description: "The actor of what is done with it; one living key has it." }),
    role: t.expose("role", { type: RoleEnum, description: "What it may do." }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", nullable: true, description: "Null: it does not expire." }),
    lastUsedAt: t.expose("lastUsedAt", { type: "DateTime", nullable: true, description: "To the minute." }),
    revokedAt: t.expose("revokedAt", { type: "DateTime", nullable: true, description: "Since when it opens nothing." }),
    previousExpiresAt: t.expose("previousExpiresAt", {
      type: "DateTime",
      nullable: true,
      description: "Until when the secret before the last rotation is valid too.",
    }),
    logsource: t.field({
      type: KeyLogsourceRef,
      nullable: true,
      description: "What its events are; null: what their records show.",
      resolve: ({ logsource }) => logsource ?? null,
    }),
    networks: t.stringList({
      description: "CIDR blocks that it may be used from. Empty: from everywhere.",
      resolve: ({ networks }) => [...networks],
    }),
  }),
});
