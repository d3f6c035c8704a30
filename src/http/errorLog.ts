/** An error as the log has it. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  /** Of PostgreSQL, of Node.js, or ours. */
  readonly [code: string]: unknown;
}

/**
 * What the log has of an error: enough to find the bug, and nothing of what people sent. PostgreSQL's `detail` and `where`
 * hold values of rows.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "", stack: "" };
  const { name: type, message, stack = "" } = error;
  return { type, message, stack, ...("code" in error && { code: error.code }) };
}
