import { type ASTNode, GraphQLError } from "graphql";

/** Codes that clients can rely on; a bug is INTERNAL_SERVER_ERROR with a masked message. */
export type ErrorCode =
  | "FORBIDDEN"
  | "BAD_USER_INPUT"
  | "QUERY_TOO_COMPLEX"
  | "RATE_LIMITED"
  | "TOO_MANY_SUBSCRIPTIONS"
  | "TIMEOUT"
  | "BUSY"
  | "UNAVAILABLE"
  | "IDEMPOTENCY_KEY_REUSED";

/** An error that the client can mend: its message is shown as it is. */
export const clientError = (code: ErrorCode, message: string, node?: ASTNode): GraphQLError =>
  new GraphQLError(message, { extensions: { code }, ...(node && { nodes: node }) });
