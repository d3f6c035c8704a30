import { ApolloServerErrorCode, unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { isPassing, MatchingFailure, Overload, RequestKeyReused, WritingFailure } from "../detection/index.ts";
import { isCancelled, outageOf, outageTexts } from "../store/index.ts";
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
  if (cause instanceof Overload || cause instanceof WritingFailure) {
    return { ...formatted, message: cause.message, extensions: { code: "BUSY" satisfies ErrorCode } };
  }
  if (cause instanceof RequestKeyReused) {
    const message = "this idempotencyKey was that of another request: every request needs a key of its own";
    return { ...formatted, message, extensions: { code: "IDEMPOTENCY_KEY_REUSED" satisfies ErrorCode } };
  }
  const outage = outageOf(cause);
  if (outage !== undefined) {
    // Its message only: the rest may show rows.
    onError(new Error(`${outageTexts[outage]}: ${cause instanceof Error ? cause.message : String(cause)}`));
    const code: ErrorCode = outage === "busy" ? "BUSY" : "UNAVAILABLE";
    return { ...formatted, message: `${outageTexts[outage]}: try again in a few seconds`, extensions: { code } };
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
