import type { FastifyInstance, FastifyRequest } from "fastify";
import { may, type Permission, type Principal, type Refusal, rolesWith } from "../access/index.ts";
import { bug } from "../std/index.ts";
import { HttpError } from "./errors.ts";
import type { HttpOptions } from "./options.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Set by `requireKey`. */
    principal: Principal | null;
  }
}

const challenge = { "www-authenticate": "Bearer" };

export const reasons: Readonly<Record<Refusal, string>> = {
  unknown: "this key is not known here",
  expired: "this key has expired",
  revoked: "this key has been revoked",
  elsewhere: "this key may not be used from this address",
};

/** The key in `Bearer <key>`. */
export const readKey = (authorization: string | undefined): string | undefined =>
  /^Bearer +(\S+) *$/i.exec(authorization ?? "")?.[1];

/** Who asks, by `Authorization: Bearer <key>`; no valid key is a 401. */
export async function authenticated(
  request: FastifyRequest,
  { authenticate }: Pick<HttpOptions, "authenticate">,
): Promise<Principal> {
  const key = readKey(request.headers.authorization);
  if (key === undefined) {
    throw new HttpError(401, "UNAUTHENTICATED", "send a key: `Authorization: Bearer dql_...`", challenge);
  }
  const principal = await authenticate({ key, address: request.ip });
  if (typeof principal === "string") throw new HttpError(401, "UNAUTHENTICATED", reasons[principal], challenge);
  return principal;
}

/** From here on every request of the instance needs a key, before its body is read. */
export function requireKey(app: FastifyInstance, options: Pick<HttpOptions, "authenticate">): void {
  app.addHook("onRequest", async (request) => {
    request.principal = await authenticated(request, options);
  });
}

/** Who asks, on routes behind `requireKey`. */
export const principalOf = (request: FastifyRequest): Principal =>
  request.principal ?? bug(`${request.url} is not behind requireKey`);

/** Refuses a role that may not do this. */
export function demand(principal: Principal, permission: Permission): void {
  if (may(principal, permission)) return;
  const needed = rolesWith(permission).join(" or ");
  throw new HttpError(403, "FORBIDDEN", `this is not for the role ${principal.role}: it needs ${needed}`);
}
