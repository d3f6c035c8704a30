import type { FastifyInstance } from "fastify";
import type { HttpOptions } from "./options.ts";

/** For orchestrators, open to everybody: is the process alive, and can it serve? */
export function healthRoutes(app: FastifyInstance, { readiness }: Pick<HttpOptions, "readiness">): void {
  app.get("/healthz", () => ({ status: "ok" }));
  app.get("/readyz", async (_, reply) => {
    const { reason, warnings } = await readiness();
    const told = warnings.length > 0 ? { warnings } : {};
    return reply.code(reason === undefined ? 200 : 503).send({ status: reason ?? "ready", ...told });
  });
}
