import type { FastifyInstance } from "fastify";
import { decodeCursor, encodeCursor, readSequenceCursor, readUuid, sequenceCursor } from "../../api/index.ts";
import {
  type Detection,
  type DetectionPatch,
  type DetectionRefusal,
  findDetections,
  listDetections,
  listIngested,
  type Pipeline,
  updateDetections,
} from "../../detection/index.ts";
import type { Principal } from "../../access/index.ts";
import { HttpError } from "../errors.ts";
import type { HttpOptions } from "../options.ts";
import { demand, principalOf, requireKey } from "../principal.ts";
import { charge, pointsOfDetection } from "./charge.ts";
import { detectionPatchSchema, etagOf, versionOf } from "./detectionPatch.ts";
import { type DetectionQueryParameters, detectionQuerySchema, filterOf } from "./detectionQuery.ts";
import { readInput } from "./readInput.ts";
import { viewDetail, viewDetections } from "./viewDetections.ts";

const bodyLimit = 256 * 1024;

/** List, get and update detections, for steps of automation that speak no GraphQL. */
export async function detectionRoutes(app: FastifyInstance, options: HttpOptions): Promise<void> {
  const { rooms } = options;
  await app.register((scope, _, done) => {
    requireKey(scope, options);
    scope.get("/v1/detections", async (request, reply) => {
      const principal = allowed(principalOf(request), "read");
      const query = readInput(detectionQuerySchema, request.query, "BAD_QUERY");
      charge(options, principal, query.limit * pointsOfDetection, reply);
      return await list(rooms, principal, query);
    });
    scope.get<ById>("/v1/detections/:id", async (request, reply) => {
      const principal = allowed(principalOf(request), "read");
      charge(options, principal, pointsOfDetection, reply);
      const { tenantId } = principal;
      const detection = await find(rooms, tenantId, request.params.id);
      return reply.header("etag", etagOf(detection)).send(await viewDetail(rooms, tenantId, detection));
    });
    scope.patch<ById>("/v1/detections/:id", { bodyLimit }, async (request, reply) => {
      const principal = allowed(principalOf(request), "triage");
      charge(options, principal, pointsOfDetection, reply);
      const detection = await update(rooms, principal, request);
      return reply.header("etag", etagOf(detection)).send(await viewDetail(rooms, principal.tenantId, detection));
    });
    done();
  });
}

interface ById {
  readonly Params: { readonly id: string };
}

function allowed(principal: Principal, permission: Parameters<typeof demand>[1]): Principal {
  demand(principal, permission);
  return principal;
}

async function list(rooms: Pipeline, { tenantId }: Principal, query: DetectionQueryParameters) {
  const wanted = { tenantId, filter: filterOf(query), includeTests: query.includeTests === "true" };
  const content = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
  const page = { limit: query.limit, backward: false };
  if (query.order === "ingested") {
    const after = content === undefined ? 0n : (readSequenceCursor(content) ?? badCursor());
    const found = (await listIngested(rooms, wanted, { ...page, after })) ?? aheadCursor();
    const detections = await viewDetections(rooms, tenantId, found.items);
    return { detections, nextCursor: encodeCursor(sequenceCursor(found.end)), hasMore: found.hasNext };
  }
  const after = content === undefined ? undefined : (readUuid(content) ?? badCursor());
  const book = await rooms.registry.book(tenantId);
  const request = { ...page, ...(after !== undefined && { after }) };
  const found = await listDetections(rooms.database, { ...wanted, book }, request, rooms.clock());
  const last = found.items.at(-1)?.id ?? after;
  return {
    detections: await viewDetections(rooms, tenantId, found.items),
    nextCursor: last === undefined ? null : encodeCursor(last),
    hasMore: found.hasNext,
  };
}

const badCursor = (): never => {
  throw new HttpError(400, "BAD_CURSOR", "cursor: it is not a `nextCursor` of this order");
};

const aheadCursor = (): never => {
  const message =
    "cursor: it lies ahead of all detections: the database is an earlier state of the one that gave it. Begin again without it";
  throw new HttpError(400, "BAD_CURSOR", message);
};

async function find(rooms: Pipeline, tenantId: number, id: string): Promise<Detection> {
  const known = readUuid(id);
  const [detection] = known === undefined ? [] : await findDetections(rooms.database, tenantId, [known]);
  return detection ?? notFound();
}

const notFound = (): never => {
  throw new HttpError(404, "NOT_FOUND", "there is no such detection");
};

/** A version that was named in a header is a precondition, in the body it is a conflict. */
const statusOf: Readonly<Record<DetectionRefusal["code"], number>> = {
  NOT_FOUND: 404,
  CONFLICT: 409,
  NEEDS_DISPOSITION: 422,
  NOT_CLOSED: 422,
};

interface PatchRequest {
  readonly params: ById["Params"];
  readonly body: unknown;
  readonly headers: { readonly "if-match"?: string | undefined };
}

async function update(
  rooms: Pipeline,
  principal: Principal,
  { params, body, headers }: PatchRequest,
): Promise<Detection> {
  const { expectedVersion: inBody, ...given } = readInput(detectionPatchSchema, body, "BAD_BODY");
  // JSON has no undefined.
  const patch = given as DetectionPatch;
  if (Object.keys(patch).length === 0) throw new HttpError(400, "BAD_BODY", "there is nothing to change in it");
  const inHeader = versionOf(headers["if-match"]);
  const expectedVersion = inHeader ?? inBody;
  if (inHeader !== undefined && inBody !== undefined && inHeader !== inBody) {
    throw new HttpError(400, "BAD_BODY", "expectedVersion and If-Match name two versions: give one");
  }
  const { id } = await find(rooms, principal.tenantId, params.id);
  const change = { expected: new Map([[id, expectedVersion]]), patch };
  const { changed, unchanged, refused } = await updateDetections(rooms.database, principal, change, rooms.clock());
  const [refusal] = refused;
  if (refusal) {
    const isPrecondition = refusal.code === "CONFLICT" && inHeader !== undefined;
    throw new HttpError(isPrecondition ? 412 : statusOf[refusal.code], refusal.code, refusal.message);
  }
  return changed[0] ?? unchanged[0] ?? notFound();
}
