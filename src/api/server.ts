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
      statusOfNothing,
      noSubscription,
      costs,
      ...(plugins as ApolloServerPlugin[]),
    ],
  });
}

/** For clients that look at the status only: an operation of which nothing was allowed, or could be done for now. */
const statusOfNothing: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        if (response.body.kind === "single") {
          const { data, errors = [] } = response.body.singleResult;
          const nothing = data == null || Object.values(data).every((field) => field === null);
          const [code, ...others] = new Set(errors.map(({ extensions }) => extensions?.["code"]));
          const status = nothing && others.length === 0 && typeof code === "string" ? statuses[code] : undefined;
          if (status !== undefined) response.http.status = status;
          if (status === unavailable) response.http.headers.set("retry-after", "5");
        }
        return Promise.resolve();
      },
    }),
};

const unavailable = 503;
const statuses: Readonly<Record<string, number>> = { FORBIDDEN: 403, UNAVAILABLE: unavailable };

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
