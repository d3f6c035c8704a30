import fastify, { type FastifyInstance } from "fastify";
import { createLive } from "../api/index.ts";
import { eventsRoute } from "./events.ts";
import { loggedError } from "./errorLog.ts";
import { sendError } from "./errors.ts";
import { graphiqlRoutes } from "./graphiql/graphiqlRoutes.ts";
import { graphqlRoute } from "./graphql.ts";
import { healthRoutes } from "./health.ts";
import { createMetrics, measureRequests } from "./metrics.ts";
import { layerRoute } from "./layer.ts";
import { metricsRoute } from "./metricsRoute.ts";
import { rulesExportRoute } from "./rulesExport.ts";
import type { HttpOptions } from "./options.ts";
import { detectionRoutes } from "./rest/detections.ts";
import { RequestLog } from "./requestLog.ts";
import { openApiRoute } from "./rest/openApi.ts";
import { upkeepMetrics } from "./upkeepMetrics.ts";

/** The HTTP server, ready to listen. Its log has no bodies and no headers, and so no event and no key. */
export async function createApp(options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: options.logLevel, serializers: { err: loggedError } },
    logController: new RequestLog(),
    // On shutdown idle keep-alive connections are closed at once.
    forceCloseConnections: "idle",
    requestTimeout: 120_000,
    trustProxy: options.trustedProxies ? [...options.trustedProxies] : false,
  });
  const live = createLive({ ...options, onError: (error) => app.log.error(error) });
  const metrics = createMetrics({ waiting: options.waiting, subscriptions: live.count });
  upkeepMetrics(metrics.registry, options.upkeep);
  app.decorateRequest("principal", null);
  app.setErrorHandler(sendError);
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send({ error: { code: "NOT_FOUND", message: `there is no ${request.method} ${request.url} here` } }),
  );
  measureRequests(app, metrics);
  healthRoutes(app, options);
  metricsRoute(app, options, metrics);
  layerRoute(app, options);
  rulesExportRoute(app, options);
  if (options.graphiql) graphiqlRoutes(app);
  const counted = { ...options, rooms: { ...options.rooms, onIngested: metrics.ingested } };
  await eventsRoute(app, counted);
  await detectionRoutes(app, options);
  openApiRoute(app);
  await graphqlRoute(app, counted, live);
  await app.ready();
  return app;
}
