import type { FastifyInstance } from "fastify";

/** As Node itself says it of requests that take too long. */
const tooSlow = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/** Ends connections on which nothing moves while a body is read or its answer is sent: what is under way is not held up by them. */
export function cutSilent(app: FastifyInstance, silenceMs: number): void {
  app.addHook("onRequest", ({ raw }, _reply, next) => {
    raw.setTimeout(silenceMs, () => raw.socket.end(tooSlow, () => raw.socket.destroy()));
    next();
  });
  // The body is there. Now it is we who take our time.
  app.addHook("preValidation", ({ raw }, _reply, next) => {
    raw.socket.setTimeout(0);
    next();
  });
  // Without a listener Node ends it; when the answer is sent Node sets its own time for connections that are kept.
  app.addHook("onSend", ({ raw }, _reply, _payload, next) => {
    raw.socket.setTimeout(silenceMs);
    next();
  });
}
