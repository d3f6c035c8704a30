import type { FastifyReply } from "fastify";
import type { Principal } from "../../access/index.ts";
import { HttpError } from "../errors.ts";
import type { HttpOptions } from "../options.ts";

/** What one detection costs, in the points that GraphQL counts in too. */
export const pointsOfDetection = 20;

/** Takes a request's cost from its key's points, as GraphQL does, and says what is left. */
export function charge(
  { rateLimit }: Pick<HttpOptions, "rateLimit">,
  { tenantId, name }: Principal,
  points: number,
  reply: FastifyReply,
): void {
  const taken = rateLimit?.take(`${tenantId} ${name}`, points);
  if (rateLimit === undefined || taken === undefined) return;
  const { available, isAllowed, retryAfterSeconds } = taken;
  reply.headers({
    "ratelimit-limit": rateLimit.capacity,
    "ratelimit-remaining": available,
    "ratelimit-reset": Math.ceil((rateLimit.capacity - available) / rateLimit.perSecond),
  });
  if (isAllowed) return;
  const message = `this request costs ${points} points and the key has ${available}: send it again in ${retryAfterSeconds} s`;
  throw new HttpError(429, "RATE_LIMITED", message, { "retry-after": String(retryAfterSeconds) });
}
