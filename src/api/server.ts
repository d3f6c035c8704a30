import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerErrorCode, unwrapResolverError } from "@apollo/server/errors";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { isPassing, MatchingFailure, Overload, RequestKeyReused, WritingFailure } from "../detection/index.ts";
import { isCancelled } from "../store/index.ts";
import type { ApiContext } from "./context.ts";
import type { ErrorCode } from "./errors.ts";
import { costs } from "./costs.ts";
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
    plugins: [ApolloServerPluginCacheControlDisabled(), forbiddenStatus, costs, ...(plugins as ApolloServerPlugin[])],
  });
}

/** Errors that were made for the client pass; everything else is ours, and says nothing of the inside. */
function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  onError: (error: unknown) => void,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const meant =
    cause instanceof GraphQLError && formatted.extensions?.["code"] !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR;
  if (meant) return formatted;
  if (isCancelled(cause)) {
    const message =
      "this takes the database too long, and was cancelled: ask for a shorter time, or for rules, hosts or users, which have indexes";
    return { ...formatted, message, extensions: { code: "TIMEOUT" satisfies ErrorCode } };
  }
  if (cause instanceof MatchingFailure) {
    const message = "matching was interrupted and nothing is stored: send it again in a second";
    return { ...formatted, message, extensions: { code: "BUSY" satisfies ErrorCode } };
  }
  if (cause instanceof Overload || cause instanceof WritingFailure) {
    return { ...formatted, message: cause.message, extensions: { code: "BUSY" satisfies ErrorCode } };
  }
  if (cause instanceof RequestKeyReused) {
    const message = "this idempotencyKey was that of another request: every request needs a key of its own";
    return { ...formatted, message, extensions: { code: "IDEMPOTENCY_KEY_REUSED" satisfies ErrorCode } };
  }
  onError(cause);
  if (isPassing(cause)) {
    const message = "the database does not answer: try again in a second";
    return { ...formatted, message, extensions: { code: "BUSY" satisfies ErrorCode } };
  }
  return {
    ...formatted,
    message: "something went wrong here; it has been written to the log",
    extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR },
  };
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
