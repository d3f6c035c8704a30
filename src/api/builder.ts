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
    defaultConnectionTypeOptions: { description: "One page of a list." },
    edgesFieldOptions: { nullable: false, description: "The page's items, each with its cursor." },
    nodesOnConnection: { description: "The page's items by themselves." },
    defaultEdgeTypeOptions: { description: "One item of a page, with its cursor." },
    nodeFieldOptions: { nullable: false, description: "The item." },
    cursorFieldOptions: { description: "The item's place in the list, for `after` or `before`. It is opaque." },
    pageInfoFieldOptions: { description: "Where the page stands in the list." },
    pageInfoTypeOptions: { description: "Where a page stands in its list." },
    hasNextPageFieldOptions: { description: "Whether the list goes on behind this page." },
    hasPreviousPageFieldOptions: { description: "Whether the list has items before this page." },
    startCursorFieldOptions: { description: "The `before` of the page before. Null only if this one is empty." },
    endCursorFieldOptions: { description: "The `after` of the next page. Null only if this one is empty." },
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    firstArgOptions: { description: `The first so many items, at most ${limits.pageSize}.` },
    lastArgOptions: { description: `The last so many items, at most ${limits.pageSize}.` },
    afterArgOptions: { description: "Only items behind this cursor." },
    beforeArgOptions: { description: "Only items before this cursor." },
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
