import SchemaBuilder from "@pothos/core";
import ComplexityPlugin from "@pothos/plugin-complexity";
import RelayPlugin from "@pothos/plugin-relay";
import ScopeAuthPlugin from "@pothos/plugin-scope-auth";
import { may, type Permission, rolesWith } from "../access/index.ts";
import type { Json } from "../event/index.ts";
import type { Duration } from "../std/index.ts";
import { most, tooComplex } from "./complexity.ts";
import type { ApiContext } from "./context.ts";
import { clientError } from "./errors.ts";
import { limits } from "./limits.ts";

/** Null is the absence of a value in GraphQL, never a value. */
export type JsonValue = NonNullable<Json>;

interface SchemaTypes {
  Context: ApiContext;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  AuthScopes: { permission: Permission };
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    DateTimeOrDuration: { Input: Date | Duration; Output: never };
    Duration: { Input: Duration; Output: Duration };
    BigInt: { Input: bigint; Output: bigint };
    JSON: { Input: JsonValue; Output: JsonValue };
  };
}

/** Every type of the schema is built with this; a file per type. */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ScopeAuthPlugin, ComplexityPlugin, RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    cursorType: "String",
    edgesFieldOptions: { nullable: false },
    nodeFieldOptions: { nullable: false },
    nodesOnConnection: true,
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    firstArgOptions: { description: `The first so many items, at most ${limits.pageSize}.` },
    lastArgOptions: { description: `The last so many items, at most ${limits.pageSize}.` },
  },
  scopeAuth: {
    authorizeOnSubscribe: true,
    authScopes: ({ principal }) => ({ permission: (permission) => may(principal, permission) }),
    unauthorizedError: (_parent, { principal }, info) => {
      const field = `${info.parentType.name}.${info.fieldName}`;
      const needed = rolesFor(info.parentType.getFields()[info.fieldName]?.extensions);
      return clientError("FORBIDDEN", `${field} is not for the role ${principal.role}${needed}`);
    },
  },
  complexity: {
    limit: most,
    defaultComplexity: 1,
    defaultListMultiplier: 5,
    complexityError: (kind, result, info) =>
      tooComplex(
        ({ Depth: "depth", Breadth: "breadth", Complexity: "complexity" } as const)[kind],
        result,
        info.fieldNodes,
      ),
  },
});

/** The permission that a field needs is repeated in its extensions, for the message of a refusal. */
function rolesFor(extensions: Readonly<Record<string, unknown>> | undefined): string {
  const permission = extensions?.["permission"] as Permission | undefined;
  return permission ? `: it needs ${rolesWith(permission).join(" or ")}` : "";
}

/** The options of a root field that only some roles may see. Nullable: an error in it leaves its siblings their answers. */
export const only = (permission: Permission) =>
  ({ authScopes: { permission }, extensions: { permission }, nullable: true }) as const;
