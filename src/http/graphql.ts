import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import { createApi, createContext } from "../api/index.ts";
import { sendGraphqlError } from "./errors.ts";
import type { HttpOptions } from "./options.ts";
import { principalOf, requireKey } from "./principal.ts";

/** A GraphQL request may carry events, but bulk belongs to /v1/events. */
const bodyLimit = 16 * 1024 * 1024;

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
    scope.route({
      url: "/graphql",
      method: "POST",
      bodyLimit,
      handler: fastifyApolloHandler(api, {
        context: (request) => createContext(principalOf(request), options.rooms),
      }),
    });
    done();
  });
}
