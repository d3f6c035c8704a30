import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { rolesWith } from "../../access/index.ts";
import { type Answer, errorSchema, type Operation } from "./operation.ts";
import { operations } from "./operations.ts";

type JsonSchema = Readonly<Record<string, unknown>>;

/** A schema as JSON Schema. What is read is described as it is once it is read, so that a list is a list. */
type SchemaOf = (schema: z.ZodType, io?: "input" | "output") => JsonSchema;

/** `GET /openapi.json`, open to everybody: it says nothing that the documentation does not. */
export function openApiRoute(app: FastifyInstance): void {
  const document = openApiDocument(operations);
  app.get("/openapi.json", () => document);
}

/** An OpenAPI document of operations. Every schema comes from the type that reads or describes the very thing. */
export function openApiDocument(described: readonly Operation[]): object {
  const named = new Map<string, JsonSchema>();
  const schemaOf: SchemaOf = (schema, io = "input") => {
    const { $defs = {}, ...own } = z.toJSONSchema(schema, { target: "draft-2020-12", io });
    for (const [name, definition] of Object.entries($defs)) named.set(name, definition);
    const { id, ...rest } = own;
    // The document says which dialect it is in.
    delete rest.$schema;
    if (typeof id !== "string") return rest;
    named.set(id, rest);
    return { $ref: `#/components/schemas/${id}` };
  };
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of described) {
    (paths[operation.path] ??= {})[operation.method] = operationObject(operation, schemaOf);
  }
  const text = JSON.stringify({ paths, schemas: Object.fromEntries(named) });
  // Within a schema zod names others by a place of its own.
  const { paths: written, schemas } = JSON.parse(text.replaceAll("#/$defs/", "#/components/schemas/")) as Record<
    string,
    object
  >;
  return {
    openapi: "3.1.0",
    info: {
      title: "DetectQL",
      version: "1",
      description: "Events in, detections out. The whole API is GraphQL, at `/graphql`.",
    },
    paths: written,
    components: {
      schemas,
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "A key, `dql_...`." } },
    },
  };
}

function operationObject(operation: Operation, schemaOf: SchemaOf): object {
  const { id, summary, permission, body, answers, errors } = operation;
  const parameters = [
    ...[...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    })),
    ...parametersOf(operation.query, "query", schemaOf),
    ...parametersOf(operation.headers, "header", schemaOf),
  ];
  return {
    operationId: id,
    summary,
    ...(permission && {
      description: `Roles: ${rolesWith(permission).join(", ")}.`,
      security: [{ key: [] }],
    }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: Object.fromEntries(body.mediaTypes.map((type) => [type, { schema: schemaOf(body.schema) }])),
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, answerObject(answer, schemaOf)]),
      ),
      ...Object.fromEntries(
        Object.entries(errors).map(([status, codes]) => [
          status,
          answerObject({ description: codes.map((code) => `\`${code}\``).join(", "), schema: errorSchema }, schemaOf),
        ]),
      ),
      default: answerObject({ description: "`INTERNAL_SERVER_ERROR`, `BUSY`", schema: errorSchema }, schemaOf),
    },
  };
}

const answerObject = ({ description, schema, mediaType = "application/json", etag }: Answer, schemaOf: SchemaOf) => ({
  description,
  ...(etag && { headers: { ETag: { description: "The version, for `If-Match`.", schema: { type: "string" } } } }),
  content: { [mediaType]: { schema: schema ? schemaOf(schema) : { type: "string" } } },
});

function parametersOf(schema: z.ZodObject | undefined, place: "query" | "header", schemaOf: SchemaOf) {
  return Object.entries(schema?.shape ?? {}).map(([name, part]) => {
    const { description, ...own } = schemaOf(part as z.ZodType, "output");
    return { name, in: place, required: false, ...(description !== undefined && { description }), schema: own };
  });
}
