import { type ApiKey, createKey, findKey, may, revokeKey, rolesWith, rotateKey } from "../../access/index.ts";
import { builder, only } from "../builder.ts";
import type { ApiContext } from "../context.ts";
import { clientError } from "../errors.ts";
import { CreateKeyInput, readKeyInput } from "../inputs/keyInput.ts";
import { readText } from "../ids.ts";
import { ApiKeyRef } from "../types/apiKey.ts";
import { type UserError, UserErrorRef } from "../types/userError.ts";

interface KeyPayload {
  readonly key: ApiKey | undefined;
  readonly secret?: string | undefined;
  readonly userErrors: readonly UserError[];
}

const KeyPayloadRef = builder.objectRef<KeyPayload>("KeyPayload").implement({
  description: "What became of a key.",
  fields: (t) => ({
    key: t.field({
      type: ApiKeyRef,
      nullable: true,
      description: "The key as it is now; null if nothing was done.",
      resolve: ({ key }) => key ?? null,
    }),
    secret: t.string({
      nullable: true,
      description: "What to send as `Authorization: Bearer`. It is shown here, now, and never again.",
      resolve: ({ secret }) => secret ?? null,
    }),
    userErrors: t.field({
      type: [UserErrorRef],
      description: "Why nothing was done.",
      resolve: ({ userErrors }) => [...userErrors],
    }),
  }),
});

const refused = (code: string, message: string, id: string): KeyPayload => ({
  key: undefined,
  userErrors: [{ code, message, id }],
});

const unknown = (name: string) => refused("NOT_FOUND", `there is no living key named ${name}`, name);

async function done({ rooms, principal }: ApiContext, name: string, secret?: string): Promise<KeyPayload> {
  return { key: await findKey(rooms.database, principal.tenantId, name), secret, userErrors: [] };
}

/** A secret that was rotated away may go on for so long. */
const maxOverlapMinutes = 60 * 24 * 30;

builder.mutationFields((t) => ({
  createKey: t.field({
    type: KeyPayloadRef,
    ...only("administer"),
    description: "Makes a key. The name of a revoked key is free again.",
    args: { input: t.arg({ type: CreateKeyInput, required: true, description: "What it is to be." }) },
    resolve: async (_, { input }, context) => {
      const { rooms, principal } = context;
      const wanted = readKeyInput(input, rooms.clock());
      const secret = await createKey(rooms.database, principal, wanted, rooms.clock());
      return secret === undefined
        ? refused("NAME_TAKEN", `a key named ${wanted.name} exists: revoke it first, or choose another`, wanted.name)
        : await done(context, wanted.name, secret);
    },
  }),
  rotateKey: t.field({
    type: KeyPayloadRef,
    nullable: true,
    description: "Gives a key another secret. Every key may do so with itself; an admin with all.",
    args: {
      name: t.arg.id({ description: "Absent: the key that asks." }),
      overlapMinutes: t.arg.int({
        defaultValue: 0,
        description: `The secret before is valid so long too: 0 to ${maxOverlapMinutes}.`,
      }),
    },
    resolve: async (_, args, context) => {
      const { rooms, principal } = context;
      const name = args.name == null ? principal.name : readText(args.name, "name");
      if (name !== principal.name && !may(principal, "administer")) {
        const needed = rolesWith("administer").join(" or ");
        throw clientError(
          "FORBIDDEN",
          `rotating another key is not for the role ${principal.role}: it needs ${needed}`,
        );
      }
      const minutes = args.overlapMinutes ?? 0;
      if (minutes < 0 || minutes > maxOverlapMinutes) {
        throw clientError("BAD_USER_INPUT", `overlapMinutes is 0 to ${maxOverlapMinutes}: ${minutes} is outside`);
      }
      const now = rooms.clock();
      const overlap = minutes > 0 && { overlapUntil: new Date(now.getTime() + minutes * 60_000) };
      const secret = await rotateKey(rooms.database, principal, { name, ...overlap }, now);
      return secret === undefined ? unknown(name) : await done(context, name, secret);
    },
  }),
  revokeKey: t.field({
    type: KeyPayloadRef,
    ...only("administer"),
    description: "Ends a key at once.",
    args: { name: t.arg.id({ required: true, description: "The key's name." }) },
    resolve: async (_, args, context) => {
      const { rooms, principal } = context;
      const name = readText(args.name, "name");
      const isDone = await revokeKey(rooms.database, principal, name, rooms.clock());
      return isDone ? await done(context, name) : unknown(name);
    },
  }),
}));
