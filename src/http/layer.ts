import type { FastifyInstance, FastifyRequest } from "fastify";
import { type LinkRefusal, openLink, type Principal } from "../access/index.ts";
import { makeLayer, readLayerParameters } from "../detection/index.ts";
import { HttpError } from "./errors.ts";
import type { HttpOptions } from "./options.ts";
import { authenticated, demand } from "./principal.ts";

export const layerPath = "/attack/layer.json";

const refusals: Readonly<Record<LinkRefusal, string>> = {
  unsigned: "send a key, or a link that is signed: `navigatorLayer { url }` of the GraphQL API gives one",
  forged: "this link is not one of ours, or its key has another secret now: ask for a new one",
  expired: "this link has expired: ask for a new one",
  revoked: "the key that made this link has been revoked",
  elsewhere: "the key that made this link may not be used from this address",
};

/**
 * GET /attack/layer.json for MITRE's ATT&CK Navigator, which loads layers by their address, from a page of its own: so any page may
 * read the answer, and the link is what opens it.
 */
export function layerRoute(app: FastifyInstance, options: HttpOptions): void {
  app.get<{ Querystring: Record<string, string | string[]> }>(layerPath, async (request, reply) => {
    void reply.headers({ "access-control-allow-origin": "*", "cache-control": "no-store" });
    const parameters = firsts(request.query);
    const principal = await whoAsks(request, parameters, options);
    demand(principal, "read");
    const asked = readLayerParameters(parameters);
    if (!asked) {
      const message = "say source=rules, or source=detections with from and to in ms since 1970";
      throw new HttpError(400, "BAD_REQUEST", message);
    }
    const { tenantId } = principal;
    const { rooms } = options;
    return await makeLayer(rooms, { tenantId, book: await rooms.registry.book(tenantId) }, asked);
  });
}

/** A link's signature covers each parameter once. */
const firsts = (query: Readonly<Record<string, string | string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? "" : value]));

async function whoAsks(
  request: FastifyRequest,
  parameters: Readonly<Record<string, string>>,
  options: HttpOptions,
): Promise<Principal> {
  if (request.headers.authorization !== undefined) return await authenticated(request, options);
  const { database, clock } = options.rooms;
  const principal = await openLink(database, { path: layerPath, parameters, address: request.ip }, clock());
  if (typeof principal === "string") throw new HttpError(401, "UNAUTHENTICATED", refusals[principal]);
  return principal;
}
