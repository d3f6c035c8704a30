import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { GraphQLError, OperationTypeNode } from "graphql";
import type { ApiContext } from "./context.ts";
import type { ErrorCode } from "./errors.ts";
import { costs } from "./costs.ts";
import { formatError } from "./formatError.ts";
import { limits } from "./limits.ts";
import { schema } from "./schema.ts";

export interface ApiOptions {
  /** Told of every bug and failure that a client sees only as a masked error. */
  readonly onError: (error: unknown) => void;
  readonly introspection: boolean;
  /** Of the server that it is mounted on, such as draining. */
  readonly plugins: readonly ApolloServerPlugin[];
}

/** The GraphQL server, to be mounted by `http/`. */
export function createApi({ onError, introspection, plugins }: ApiOptions): ApolloServer<ApiContext> {
  return new ApolloServer<ApiContext>({
    schema,
    introspection,
    // The process's own handlers close everything in order.
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxLexicalTokens: limits.tokens },
    formatError: (formatted, error) => formatError(formatted, error, onError),
    // Cache hints cost a quarter of the time of a query, and nothing here may be cached.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      forbiddenStatus,
      noSubscription,
      costs,
      ...(plugins as ApolloServerPlugin[]),
    ],
  });
}

/** An operation of which nothing was allowed is a 403, for clients that look at the status only. */
const forbiddenStatus: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        if (response.body.kind === "single") {
          const { data, errors = [] } = response.body.singleResult;
          const nothing = data == null || Object.values(data).every((field) => field === null);
          if (errors.length > 0 && nothing && errors.every(({ extensions }) => extensions?.["code"] === "FORBIDDEN")) {
            response.http.status = 403;
          }
        }
        return Promise.resolve();
      },
    }),
};

/** A subscription gives more than one answer. */
const noSubscription: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) => {
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return Promise.resolve();
        const message = "subscribe over a WebSocket, or send `accept: text/event-stream`";
        const extensions = { code: "BAD_USER_INPUT" satisfies ErrorCode, http: { status: 400 } };
        return Promise.reject(new GraphQLError(message, { extensions }));
      },
    }),
};
