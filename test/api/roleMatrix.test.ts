import { getNamedType, isInterfaceType, isObjectType, isUnionType } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { may, type Permission, type Role, roles, rolesWith } from "../../src/access/index.ts";
import { schema } from "../../src/api/index.ts";
import { subscribe, transports } from "../http/live/subscribers.ts";
import { bearer, graphql, http, useApp } from "../setup/app.ts";
import { type RootField, rootFields } from "./roleMatrix/rootFields.ts";
import { type Route, routes } from "./roleMatrix/routes.ts";
import { snapshot } from "./roleMatrix/snapshot.ts";
import { defaultTenant, fill, type Things } from "./roleMatrix/things.ts";

const app = useApp();
const roots = ["Query", "Mutation", "Subscription"];

let things: Things;
beforeAll(async () => {
  things = await fill(app(), defaultTenant(app()), 2);
});

const isAllowed = (role: Role, needs: Permission | "everybody"): boolean =>
  needs === "everybody" || may({ tenantId: 0, name: role, role }, needs);

/** A field of the schema, and what the schema says of who may ask for it. */
const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type)
    ? Object.values(type.getFields()).map(({ name, extensions, type: of }) => ({
        type: type.name,
        field: `${type.name}.${name}`,
        permission: extensions["permission"],
        scopes: (extensions["pothosOptions"] as { readonly authScopes?: object } | undefined)?.authScopes,
        gives: getNamedType(of),
      }))
    : [],
);

test("every field that an operation begins with is in the table, and none that is not there", () => {
  const ofSchema = fields.filter(({ type }) => roots.includes(type)).map(({ field }) => field);
  expect(ofSchema.length).toBeGreaterThan(40);
  expect([...new Set(rootFields.map(({ field }) => field))].toSorted()).toEqual(ofSchema.toSorted());
});

test("what the schema says of who may ask for a field is what the table says, and other fields ask for nothing more", () => {
  const said = fields.flatMap(({ field, permission, scopes }) =>
    permission !== undefined || scopes !== undefined ? [{ field, permission, scopes }] : [],
  );
  const one = new Map(rootFields.toReversed().map(({ field, needs }) => [field, needs]));
  const wanted = [...one].flatMap(([field, needs]) =>
    needs === "everybody" ? [] : [{ field, permission: needs, scopes: { permission: needs } }],
  );
  const byField = (a: { field: string }, b: { field: string }) => a.field.localeCompare(b.field);
  expect(said.toSorted(byField)).toEqual(wanted.toSorted(byField));
});

test.each<{ role: Role; reached: readonly string[] }>([
  {
    role: "ingest",
    reached: [
      "ApiKey",
      "CausedDetection",
      "IngestEventsPayload",
      "KeyLogsource",
      "KeyPayload",
      "Rejection",
      "UserError",
      "Viewer",
    ],
  },
])("from what the role $role may ask, no more types are reached than $reached", ({ role, reached }) => {
  expect(reachedBy(role)).toEqual(reached);
});

test.each<{ role: Role }>([{ role: "viewer" }, { role: "analyst" }])(
  "from what the role $role may ask, nothing of the audit log is reached",
  ({ role }) => {
    const ofLog = (reached: readonly string[]) => reached.filter((type) => type.startsWith("Audit"));
    expect(ofLog(reachedBy("admin"))).not.toEqual([]);
    expect(ofLog(reachedBy(role))).toEqual([]);
  },
);

/** The types that one can come to from the fields that a role may ask for, by name. */
function reachedBy(role: Role): readonly string[] {
  const allowed = rootFields.filter(({ needs }) => isAllowed(role, needs)).map(({ field }) => field);
  const waiting = fields.filter(({ field }) => allowed.includes(field)).map(({ gives }) => gives);
  const reached = new Set<string>();
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    if (reached.has(type.name)) continue;
    if (isInterfaceType(type) || isUnionType(type)) waiting.push(...schema.getPossibleTypes(type));
    if (!isObjectType(type)) continue;
    reached.add(type.name);
    waiting.push(...Object.values(type.getFields()).map(({ type: of }) => getNamedType(of)));
  }
  return [...reached].toSorted();
}

const operationOf = ({ field, ask }: RootField): string => {
  const [type = "", name = ""] = field.split(".");
  return `${type.toLowerCase()} { answer: ${name} ${ask(things)} }`;
};

const byHttp = rootFields.filter(({ field }) => !field.startsWith("Subscription."));
const matrix = byHttp.map((row) => ({ row, asks: `${row.field} ${row.needs}`, others: othersThan(row.needs) }));

function othersThan(needs: Permission | "everybody"): readonly Role[] {
  return roles.filter((role) => !isAllowed(role, needs));
}

// Before those who may: what they change others must not have changed.
test.each(matrix.filter(({ others }) => others.length > 0))(
  "$asks is refused to $others, says who may, and changes nothing",
  async ({ row, others }) => {
    const { database, actor } = app().rooms;
    const before = await snapshot(database, actor.tenantId);
    for (const role of others) {
      const { status, data, errors } = await graphql<object>(app(), role, operationOf(row));
      expect({ role, status, data, codes: errors?.map(({ extensions }) => extensions.code) }).toEqual({
        role,
        status: 403,
        data: { answer: null },
        codes: ["FORBIDDEN"],
      });
      const needed = rolesWith(row.needs as Permission).join(" or ");
      expect(errors?.[0]?.message).toMatch(new RegExp(`is not for the role ${role}: it needs ${needed}$`));
    }
    expect(await snapshot(database, actor.tenantId)).toEqual(before);
  },
);

test.each(matrix)("$asks is answered to all but $others", async ({ row }) => {
  for (const role of roles.filter((one) => isAllowed(one, row.needs))) {
    const { status, data, errors } = await graphql<{ answer: unknown }>(app(), role, operationOf(row));
    expect({ role, status, errors }).toEqual({ role, status: 200, errors: undefined });
    expect(data.answer).not.toBeNull();
  }
});

const live = rootFields
  .filter(({ field }) => field.startsWith("Subscription."))
  .flatMap((row) =>
    transports.flatMap((transport) => roles.map((role) => ({ row, field: row.field, transport, role }))),
  );

test.each(live)("$field by $transport answers the role $role as it may", async ({ row, transport, role }) => {
  const subscriber = subscribe(transport, app(), app().keys[role], { query: operationOf(row) });
  // A refusal comes as a result by one of the protocols, and as an error by the other's client.
  const said = await subscriber.results.next().catch((error: unknown) => error);
  subscriber.cut();
  expect(JSON.stringify(said).includes("FORBIDDEN")).toBe(!isAllowed(role, row.needs as Permission));
  expect(JSON.stringify(said).includes('"cursor"')).toBe(isAllowed(role, row.needs as Permission));
});

test("every route is in the table, and none that is not there", () => {
  let above = "";
  const registered = app()
    .app.printRoutes({ commonPrefix: false })
    .split("\n")
    .flatMap((line) => {
      const [, indent = "", part = "", methods = ""] = /^(\W*)(\/[\w.:/-]+) \(([A-Z, ]+)\)/.exec(line) ?? [];
      // The tree prints a path below the one that it begins with.
      const isBelow = /^[│ ]/.test(indent);
      if (!isBelow) above = part;
      return methods.split(", ").map((method) => `${method} ${isBelow ? above : ""}${part}`);
    })
    // Asked as GET is.
    .filter((route) => /^(?!HEAD)[A-Z]+ /.test(route));
  expect(registered.toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
});

const send = (route: Route, headers: object) => {
  const { method, path, ask, body } = route;
  const lower = method.toLowerCase() as "get" | "post" | "patch";
  return http(app())
    [lower](ask?.(things) ?? path)
    .set({ ...route.headers, ...headers })
    .send(body);
};

test.each(routes.map((route) => ({ route, asks: `${route.method} ${route.path} ${route.needs}` })))(
  "$asks answers each role as it may, and nobody without a key but where it is open",
  async ({ route }) => {
    const { needs, status = 200 } = route;
    expect((await send(route, {})).status).toBe(needs === "open" ? status : 401);
    for (const role of roles) {
      const answer = await send(route, bearer(app(), role));
      const allowed = needs === "open" || isAllowed(role, needs);
      expect({ role, status: answer.status }).toEqual({ role, status: allowed ? status : 403 });
      if (allowed) continue;
      expect(answer.body).toEqual({
        error: {
          code: "FORBIDDEN",
          message: `this is not for the role ${role}: it needs ${rolesWith(needs as Permission).join(" or ")}`,
        },
      });
    }
  },
);
