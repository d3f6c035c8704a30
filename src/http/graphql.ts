import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import { createApi, createContext } from "../api/index.ts";
import { isDeeperThan } from "../std/index.ts";
import { HttpError, sendGraphqlError } from "./errors.ts";
import type { HttpOptions } from "./options.ts";
import { principalOf, requireKey } from "./principal.ts";

/** A GraphQL request may carry events, but bulk belongs to /v1/events. */
const bodyLimit = 16 * 1024 * 1024;

/** Records may be 64 deep, and stand in variables. */
const maxVariableDepth = 80;

const tooDeep = () =>
  new HttpError(400, "BAD_USER_INPUT", `the request is nested deeper than ${maxVariableDepth} levels`);

/** POST /graphql, for every role: what each may see is the schema's matter. */
export async function graphqlRoute(app: FastifyInstance, options: HttpOptions): Promise<void> {
  const api = createApi({
    introspection: options.introspection,
    onError: (error) => app.log.error(error),
    plugins: [fastifyApolloDrainPlugin(app)],
  });
  await api.start();
  await app.register((scope, _, done) => {
    requireKey(scope, options);
    scope.setErrorHandler(sendGraphqlError);
    scope.addHook("preHandler", (request, _reply, next) => {
      if (isDeeperThan(maxVariableDepth, request.body)) throw tooDeep();
      next();
    });
    scope.route({
      url: "/graphql",
      method: "POST",
      bodyLimit,
      handler: fastifyApolloHandler(api, {
        context: (request) =>
          createContext(principalOf(request), options.rooms, {
            baseUrl: `${request.protocol}://${request.host}`,
            ...(options.rateLimit && { rateLimit: options.rateLimit }),
          }),
      }),
    });
    done();
  });
}
