/** Matching was not possible, through no fault of the records. */
export class MatchingFailure extends Error {
  /** The same records may be sent again. */
  readonly retryable = true;
}
