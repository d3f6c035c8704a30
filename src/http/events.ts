import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  ingestClaimed,
  ingestEvents,
  ingestOnce,
  type IngestResult,
  type OnceResult,
  pinRecords,
} from "../detection/index.ts";
import { decodeBody, defaultRequestLimits, type Refusal } from "../ingest/index.ts";
import { admitSome, weigh } from "./admission.ts";
import { cutSilent } from "./cutSilent.ts";
import { HttpError } from "./errors.ts";
import type { HttpOptions } from "./options.ts";
import { pinnedLogsource } from "./pinnedLogsource.ts";
import { demand, principalOf, requireKey } from "./principal.ts";
import { requestKey } from "./requestKey.ts";

/** `POST /v1/events`: events in, the detections that they caused out. */
export async function eventsRoute(app: FastifyInstance, options: HttpOptions): Promise<void> {
  await app.register((scope, _, done) => {
    requireKey(scope, options);
    scope.addHook("onRequest", (request, _reply, next) => {
      demand(principalOf(request), "ingest");
      // Before the body is read: what cannot be meant so is not taken.
      pinnedLogsource(request);
      requestKey(request);
      next();
    });
    // Shippers lie about what they send: the bytes are looked at instead.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, parsed) => parsed(null, body));
    scope.addHook("onRequest", (request, _reply, next) => {
      // What is no media type at all would be refused before it is looked at.
      if (!mediaType.test(request.headers["content-type"] ?? "")) request.headers["content-type"] = anyBytes;
      next();
    });
    admitSome(scope, options.rooms.admission);
    cutSilent(scope, options.silenceMs);
    scope.post("/v1/events", { bodyLimit: defaultRequestLimits.unpackedBytes }, async (request, reply) => {
      const { result, isReplayed } = await take(request, options);
      if (isReplayed) void reply.header("idempotency-replayed", "true");
      return answer(reply, result);
    });
    done();
  });
}

const mediaType = /^[\w.+-]+\/[\w.+*-]+/;
const anyBytes = "application/octet-stream";

async function take(request: FastifyRequest, { rooms }: HttpOptions): Promise<OnceResult> {
  const { tenantId } = principalOf(request);
  const key = requestKey(request);
  const body = bodyOf(request);
  if (key === undefined) {
    const { records, rejected } = await read(request);
    return { result: await ingestEvents(rooms, tenantId, records, rejected), isReplayed: false };
  }
  const query = request.url.slice(request.routeOptions.url?.length);
  return await ingestOnce(rooms, { tenantId, key, says: ["POST /v1/events", query, body] }, async (claim) => {
    const { records, rejected } = await read(request);
    return await ingestClaimed(rooms, tenantId, records, { rejected, claim });
  });
}

const bodyOf = ({ body }: FastifyRequest): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

/** The records of a request, each with what is said of it. */
async function read(request: FastifyRequest) {
  const { headers } = request;
  const decoded = await decodeBody(bodyOf(request), {
    contentType: headers["content-type"],
    contentEncoding: headers["content-encoding"],
    source: sourceOf(request.query),
    onUnpacked: (bytes) => weigh(request, bytes),
  });
  if (decoded.kind === "refused") throw new HttpError(statusOf[decoded.code], codeOf(decoded.code), decoded.message);
  const said = [pinnedLogsource(request), principalOf(request).logsource];
  return { records: pinRecords(decoded.records, said), rejected: decoded.rejections };
}

/** `?source=` says that the body is raw lines. Given twice it is as unknown as any other. */
function sourceOf(query: unknown): string | undefined {
  const source = (query as Readonly<Record<string, string | readonly string[] | undefined>>)["source"];
  return source === undefined ? undefined : String(source);
}

const statusOf: Readonly<Record<Refusal["code"], number>> = {
  "too-large": 413,
  "too-many-events": 413,
  "unknown-encoding": 415,
  "unknown-source": 400,
  "broken-encoding": 400,
  empty: 400,
};

const codeOf = (code: string): string => code.toUpperCase().replaceAll("-", "_");

/** A request of which nothing could be taken is a 400, for senders that look at the status only. */
function answer(reply: FastifyReply, result: IngestResult): FastifyReply {
  const nothing = result.accepted + result.duplicates === 0 && result.rejected.length > 0;
  return reply.code(nothing ? 400 : 200).send(result);
}
