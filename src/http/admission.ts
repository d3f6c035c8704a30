import type { FastifyInstance } from "fastify";
import { HttpError } from "./errors.ts";

/** So much is worked on at once; a request over either is asked to come again. */
const maxRequests = 32;
const maxBytes = 256 * 1024 * 1024;
/** Counted for a request that does not say how long it is. */
const unknownBytes = 16 * 1024 * 1024;

const busy = () =>
  new HttpError(503, "BUSY", "too much is being ingested at once: send it again in a second", { "retry-after": "1" });

/** Refuses requests while too many are under way, before their bodies are read: memory and the database stay free. */
export function admitSome(app: FastifyInstance): void {
  let requests = 0;
  let bytes = 0;
  app.addHook("onRequest", (request, reply, next) => {
    const size = Number(request.headers["content-length"] ?? unknownBytes);
    if (requests > 0 && (requests >= maxRequests || bytes + size > maxBytes)) throw busy();
    requests++;
    bytes += size;
    // Told of every end, that of a connection which is cut too.
    reply.raw.once("close", () => {
      requests--;
      bytes -= size;
    });
    next();
  });
}
