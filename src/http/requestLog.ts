import { type FastifyReply, type FastifyRequest, LogController } from "fastify";

/** A line a request, when it is over, with all that is known of it: writing lines is dear. At the level `debug` another when it comes. */
export class RequestLog extends LogController {
  override incomingRequest(request: FastifyRequest): void {
    request.log.debug({ req: request }, "incoming request");
  }

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const asked = { req: request, res: reply, responseTime: reply.elapsedTime };
    if (error) reply.log.error({ ...asked, err: error }, "request errored");
    else reply.log.info(asked, "request completed");
  }
}
