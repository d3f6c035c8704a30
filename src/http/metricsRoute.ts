import type { FastifyInstance } from "fastify";
import { defaultTenantId } from "../access/index.ts";
import { HttpError } from "./errors.ts";
import { isLocal, type Metrics } from "./metrics.ts";
import type { HttpOptions } from "./options.ts";
import { authenticated, demand } from "./principal.ts";

/**
 * GET /metrics for Prometheus: from this machine, or with a key that may read. They count all tenants together, so the key is one
 * of the tenant `default`, the operator's own.
 */
export function metricsRoute(app: FastifyInstance, options: HttpOptions, { registry }: Metrics): void {
  app.get("/metrics", async (request, reply) => {
    if (!isLocal(request)) {
      const principal = await authenticated(request, options);
      demand(principal, "read");
      if (principal.tenantId !== (await defaultTenantId(options.rooms.database))) throw ofAll();
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

const ofAll = () =>
  new HttpError(403, "FORBIDDEN", "metrics count all tenants together: send a key of the tenant named default");
