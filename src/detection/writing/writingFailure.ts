/** The database did not take events in time. What was not acknowledged is not kept here; the same request may be sent again. */
export class WritingFailure extends Error {
  readonly retryable = true;
}
