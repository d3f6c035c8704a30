/** Whether a statement was cancelled by its timeout: PostgreSQL's query_canceled. */
export const isCancelled = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "57014";
