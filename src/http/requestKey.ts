import type { FastifyRequest } from "fastify";
import { longestRequestKey } from "../detection/index.ts";
import { HttpError } from "./errors.ts";

/** The header `Idempotency-Key`, if there is one. */
export function requestKey({ headers }: FastifyRequest): string | undefined {
  const key = headers["idempotency-key"];
  if (key === undefined) return undefined;
  if (typeof key === "string" && key !== "" && key.length <= longestRequestKey) return key;
  throw new HttpError(
    400,
    "BAD_IDEMPOTENCY_KEY",
    `Idempotency-Key is given once, with 1 to ${longestRequestKey} characters`,
  );
}
