import { gunzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { tour } from "../../api/index.ts";
import { HttpError } from "../errors.ts";
import { type Asset, loadAssets } from "./assets.ts";
import { page } from "./page.ts";

/**
 * Nothing comes from elsewhere, nothing is sent elsewhere, and no other page may frame it. Monaco, GraphiQL's editor,
 * sets styles of its own.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const headers = {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/** GET /graphiql: open to everybody, for the page holds nothing; the queries that it sends need a key. */
export function graphiqlRoutes(app: FastifyInstance): void {
  let assets: Promise<ReadonlyMap<string, Asset>> | undefined;
  app.get("/graphiql", (_, reply) => reply.headers(headers).type("text/html; charset=utf-8").send(page()));
  app.get<{ Params: { name: string } }>("/graphiql/:name", async (request, reply) => {
    assets ??= loadAssets({ queries: tour });
    const asset = (await assets).get(request.params.name);
    if (asset) return sendAsset(request, reply, asset);
    throw new HttpError(404, "NOT_FOUND", `GraphiQL has no file ${request.params.name}`);
  });
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, { type, gzipped }: Asset): FastifyReply {
  const takesGzip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  return reply
    .headers({ ...headers, vary: "accept-encoding", "cache-control": "public, max-age=3600" })
    .type(type)
    .headers(takesGzip ? { "content-encoding": "gzip" } : {})
    .send(takesGzip ? gzipped : gunzipSync(gzipped));
}
