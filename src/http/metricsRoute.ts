import type { FastifyInstance } from "fastify";
import { isLocal, type Metrics } from "./metrics.ts";
import type { HttpOptions } from "./options.ts";
import { authenticated, demand } from "./principal.ts";

/** GET /metrics for Prometheus: from this machine, or with a key that may read. */
export function metricsRoute(app: FastifyInstance, options: HttpOptions, { registry }: Metrics): void {
  app.get("/metrics", async (request, reply) => {
    if (!isLocal(request)) demand(await authenticated(request, options), "read");
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
