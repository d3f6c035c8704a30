import { ApolloServerErrorCode, unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { MatchingFailure } from "../detection/index.ts";
import { isCancelled } from "../store/index.ts";
import type { ErrorCode } from "./errors.ts";

/** Errors that were made for the client pass; everything else is ours, and says nothing of the inside. */
export function formatError(
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
  onError(cause);
  return {
    ...formatted,
    message: "something went wrong here; it has been written to the log",
    extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR },
  };
}
