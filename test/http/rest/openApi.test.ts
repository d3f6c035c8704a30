import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, expect, test } from "vitest";
import type { Role } from "../../../src/access/index.ts";
import { bearer, http, useApp } from "../../setup/app.ts";
import { addRule, ingest, scriptBlock } from "../../setup/samples.ts";

const app = useApp();

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

interface Described {
  readonly operationId: string;
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: object } | undefined>> }>
  >;
}

let document: Document;
let id: string;

beforeAll(async () => {
  await addRule(app().rooms);
  id = (await ingest(app().rooms, {})).detections[0]?.id ?? "";
  const { status, body } = await http(app()).get("/openapi.json");
  expect(status).toBe(200);
  document = body as Document;
});

test("the document is OpenAPI 3.1", async () => {
  const { valid, errors } = await new Validator().validate({ ...document });
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
});

test("the document has every route of /v1, and none that is not there", () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.filter((route) => !routes().includes(route))).toEqual([]);
  const ours = routes().filter((route) => / \/v1\//.test(route) && !route.startsWith("HEAD "));
  expect(ours.length).toBeGreaterThan(3);
  expect(ours.filter((route) => !described.includes(route))).toEqual([]);
});

/** Such as `GET /v1/detections/{id}`. */
function routes(): readonly string[] {
  const lines = app().app.printRoutes({ commonPrefix: false }).split("\n");
  return lines.flatMap((line) => {
    const [, path = "", methods = ""] = /([/\w.:-]+) \(([A-Z, ]+)\)/.exec(line) ?? [];
    // The tree prints a path below the one that it begins with.
    const whole = path === "/:id" ? "/v1/detections/{id}" : path;
    return methods.split(", ").map((method) => `${method} ${whole}`);
  });
}

const ajv = new Ajv2020({ strict: false, validateFormats: false });

test.each<{
  method: "get" | "post" | "patch";
  path: string;
  role: Role;
  query?: string;
  body?: object;
  status: number;
}>([
  { method: "get", path: "/v1/detections", role: "viewer", status: 200 },
  { method: "get", path: "/v1/detections", role: "viewer", query: "?order=ingested&limit=1", status: 200 },
  { method: "get", path: "/v1/detections", role: "viewer", query: "?x=1", status: 400 },
  { method: "get", path: "/v1/detections", role: "ingest", status: 403 },
  { method: "get", path: "/v1/detections/{id}", role: "viewer", status: 200 },
  { method: "patch", path: "/v1/detections/{id}", role: "analyst", body: { comment: "seen" }, status: 200 },
  { method: "patch", path: "/v1/detections/{id}", role: "analyst", body: { status: "CLOSED" }, status: 422 },
  { method: "post", path: "/v1/events", role: "ingest", body: scriptBlock(), status: 200 },
  { method: "post", path: "/v1/events", role: "ingest", body: [1], status: 400 },
  { method: "post", path: "/v1/events", role: "ingest", query: "?x=1", status: 400 },
  { method: "get", path: "/healthz", role: "viewer", status: 200 },
  { method: "get", path: "/readyz", role: "viewer", status: 200 },
])(
  "the answer $status of $method $path$query is as described",
  async ({ method, path, role, query = "", body, status }) => {
    const sent = http(app())
      [method](path.replace("{id}", id) + query)
      .set(bearer(app(), role));
    const answer = await (body ? sent.send(body) : sent);
    expect(answer.status).toBe(status);
    const described = document.paths[path]?.[method]?.responses[status];
    expect(described).toBeDefined();
    const check = ajv.compile({ ...described?.content["application/json"]?.schema, components: document.components });
    expect(check(answer.body), JSON.stringify(check.errors)).toBe(true);
  },
);

test("a schema does not fit an answer that is another's", () => {
  const { components } = document;
  const check = ajv.compile({ $ref: "#/components/schemas/Detection", components });
  expect(check({ id })).toBe(false);
});
