import type { FastifyInstance } from "fastify";
import type { HttpOptions } from "./options.ts";

/** For orchestrators, open to everybody: is the process alive, and can it serve? */
export function healthRoutes(app: FastifyInstance, { isReady }: Pick<HttpOptions, "isReady">): void {
  app.get("/healthz", () => ({ status: "ok" }));
  app.get("/readyz", async (_, reply) => {
    const ready = await isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "the database does not answer" });
  });
}
