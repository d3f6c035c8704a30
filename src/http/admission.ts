import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Admission, Ticket } from "../detection/index.ts";
import { principalOf } from "./principal.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Set by `admitSome`. */
    ticket: Ticket | null;
  }
}

/** Counted for a request that does not say how long it is, until that is known. */
const unknownBytes = 2 ** 20;

/** Refuses requests while too many are under way, before their bodies are read. */
export function admitSome(app: FastifyInstance, admission: Admission): void {
  app.decorateRequest("ticket", null);
  app.addHook("onRequest", (request, reply, next) => {
    const ticket = admission.admit(principalOf(request), Number(request.headers["content-length"] ?? unknownBytes));
    request.ticket = ticket;
    // Told of every end, that of a connection which is cut too.
    reply.raw.once("close", ticket.end);
    next();
  });
}

/** Tells what a request really has, which a packed body does not say. @throws Overload if there is no room for that */
export const weigh = ({ ticket }: FastifyRequest, bytes: number): void => ticket?.weigh(bytes);
