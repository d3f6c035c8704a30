import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import { createApi, createContext, type Live } from "../api/index.ts";
import { isDeeperThan } from "../std/index.ts";
import { HttpError, sendGraphqlError } from "./errors.ts";
import { sendEventStream, wantsEventStream } from "./live/eventStream.ts";
import type { LiveSettings } from "./live/liveSettings.ts";
import { acceptWebSockets } from "./live/webSockets.ts";
import type { HttpOptions } from "./options.ts";
import { principalOf, requireKey } from "./principal.ts";

/** A GraphQL request may carry events, but bulk belongs to /v1/events. */
const bodyLimit = 16 * 1024 * 1024;

/** Records may be 64 deep, and stand in variables. */
const maxVariableDepth = 80;

const tooDeep = () =>
  new HttpError(400, "BAD_USER_INPUT", `the request is nested deeper than ${maxVariableDepth} levels`);

const keepAliveMs = 30_000;
const keyCheckMs = 30_000;

/** POST /graphql, and subscriptions by an upgrade of it, for every role: what each may see is the schema's matter. */
export async function graphqlRoute(app: FastifyInstance, options: HttpOptions, live: Live): Promise<void> {
  const api = createApi({
    introspection: options.introspection,
    onError: (error) => app.log.error(error),
    plugins: [fastifyApolloDrainPlugin(app)],
  });
  await api.start();
  const settings = settingsOf(app, options, live);
  acceptWebSockets(app, settings);
  await app.register((scope, _, done) => {
    requireKey(scope, options);
    scope.setErrorHandler(sendGraphqlError);
    scope.addHook("preHandler", (request, _reply, next) => {
      if (isDeeperThan(maxVariableDepth, request.body)) throw tooDeep();
      next();
    });
    const answer = fastifyApolloHandler(api, {
      context: (request) =>
        createContext(principalOf(request), options.rooms, {
          baseUrl: `${request.protocol}://${request.host}`,
          ...(options.rateLimit && { rateLimit: options.rateLimit }),
        }),
    });
    scope.route({
      url: "/graphql",
      method: "POST",
      bodyLimit,
      handler(request, reply) {
        return wantsEventStream(request, live)
          ? sendEventStream(request, reply, settings)
          : answer.call(this, request, reply);
      },
    });
    done();
  });
}

/** What carries subscriptions; those that are open are ended when the server stops. */
function settingsOf(app: FastifyInstance, options: HttpOptions, live: Live): LiveSettings {
  const open = new Set<() => void>();
  app.addHook("preClose", (done) => {
    for (const end of open) end();
    done();
  });
  const onFailure = (error: unknown) => app.log.error(error);
  return { keepAliveMs, keyCheckMs, ...options.live, live, authenticate: options.authenticate, onFailure, open };
}
