import { z } from "zod";
import type { IngestResult } from "../../detection/index.ts";
import { longest, parameters } from "../pinnedLogsource.ts";
import { detectionPatchSchema } from "./detectionPatch.ts";
import { detectionQuerySchema } from "./detectionQuery.ts";
import { detectionDetailSchema, detectionListSchema } from "./detectionSchema.ts";
import { errorSchema, type Operation } from "./operation.ts";

const rejectionSchema = z.object({
  index: z.int().describe("The record's place in the request, from 0."),
  code: z.string(),
  message: z.string(),
});

const causedSchema = z.object({
  index: z.int(),
  id: z.string(),
  ruleId: z.string(),
  title: z.string(),
  severity: z.string(),
  techniques: z.array(z.string()),
});

const ingestResultSchema = z
  .object({
    accepted: z.int().describe("Events that were stored and evaluated."),
    duplicates: z.int().describe("Events that are known by their sender's id."),
    rejected: z.array(rejectionSchema),
    detections: z.array(causedSchema).describe("What the events have caused, at most 1,000."),
    detectionsOmitted: z.int(),
  })
  .meta({ id: "IngestResult", description: "What a request came to, after commit." }) satisfies z.ZodType<
  Mutable<IngestResult>
>;

/** Schemas describe what may be changed. */
type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;

const logsourceParameters = z.object(
  Object.fromEntries(parameters.map((name) => [name, z.string().min(1).max(longest).optional()])),
);

const healthSchema = z.object({ status: z.string() }).meta({ id: "Health" });
const readinessSchema = z
  .object({ status: z.string(), warnings: z.array(z.string()).optional() })
  .meta({ id: "Readiness" });

const unauthenticated = { 401: ["UNAUTHENTICATED"], 403: ["FORBIDDEN"] };

/** Every operation but those of GraphQL, as the document lists them. */
export const operations: readonly Operation[] = [
  {
    method: "get",
    path: "/v1/detections",
    id: "listDetections",
    summary: "Lists detections.",
    permission: "read",
    query: detectionQuerySchema,
    answers: { 200: { description: "A page.", schema: detectionListSchema } },
    errors: { 400: ["BAD_QUERY", "BAD_CURSOR"], ...unauthenticated, 429: ["RATE_LIMITED"] },
  },
  {
    method: "get",
    path: "/v1/detections/{id}",
    id: "getDetection",
    summary: "Gets one detection, with its event's record and what was done to it.",
    permission: "read",
    answers: { 200: { description: "The detection.", schema: detectionDetailSchema, etag: true } },
    errors: { ...unauthenticated, 404: ["NOT_FOUND"], 429: ["RATE_LIMITED"] },
  },
  {
    method: "patch",
    path: "/v1/detections/{id}",
    id: "updateDetection",
    summary: "Changes a detection.",
    permission: "triage",
    headers: z.object({ "If-Match": z.string().optional().describe("The ETag that the change was decided on.") }),
    body: { mediaTypes: ["application/json"], schema: detectionPatchSchema },
    answers: {
      200: {
        description: "The detection as it is now, changed or so already.",
        schema: detectionDetailSchema,
        etag: true,
      },
    },
    errors: {
      400: ["BAD_BODY", "BAD_HEADER", "BAD_REQUEST"],
      ...unauthenticated,
      404: ["NOT_FOUND"],
      409: ["CONFLICT"],
      412: ["CONFLICT"],
      413: ["TOO_LARGE"],
      415: ["UNSUPPORTED_MEDIA_TYPE"],
      422: ["NEEDS_DISPOSITION", "NOT_CLOSED"],
      429: ["RATE_LIMITED"],
    },
  },
  {
    method: "post",
    path: "/v1/events",
    id: "ingestEvents",
    summary: "Takes events and answers with what they have caused.",
    permission: "ingest",
    query: logsourceParameters,
    body: {
      mediaTypes: ["application/json", "application/x-ndjson", "text/plain"],
      schema: z
        .unknown()
        .describe("An object, an array of objects, NDJSON, or raw lines of the `source`; gzip is taken too."),
    },
    answers: {
      200: { description: "Something was taken, or there was nothing.", schema: ingestResultSchema },
      400: {
        description: "All records were rejected, or `BAD_QUERY`, `EMPTY`, `BROKEN_ENCODING`, `UNKNOWN_SOURCE`.",
        schema: z.union([ingestResultSchema, errorSchema]),
      },
    },
    errors: {
      ...unauthenticated,
      408: ["TIMEOUT"],
      409: ["IDEMPOTENCY_KEY_REUSED"],
      413: ["TOO_LARGE", "TOO_MANY_EVENTS"],
      415: ["UNKNOWN_ENCODING"],
      429: ["BUSY"],
      503: ["BUSY"],
    },
  },
  {
    method: "get",
    path: "/v1/rules/export",
    id: "exportRules",
    summary: "Every rule as one YAML file.",
    permission: "read",
    answers: { 200: { description: "The file; an import takes it.", mediaType: "application/yaml" } },
    errors: unauthenticated,
  },
  {
    method: "get",
    path: "/healthz",
    id: "isAlive",
    summary: "Whether the process lives.",
    answers: { 200: { description: "It does.", schema: healthSchema } },
    errors: {},
  },
  {
    method: "get",
    path: "/readyz",
    id: "isReady",
    summary: "Whether events could be taken now.",
    answers: {
      200: { description: "They could.", schema: readinessSchema },
      503: { description: "They could not; the status says why.", schema: readinessSchema },
    },
    errors: {},
  },
  {
    method: "get",
    path: "/metrics",
    id: "metrics",
    summary: "Metrics for Prometheus; from the server's machine without a key.",
    permission: "read",
    answers: { 200: { description: "Metrics.", mediaType: "text/plain" } },
    errors: unauthenticated,
  },
];
