/** Which page of a list: the first `limit` after `after`, or, backward, the last `limit` before `before`. */
export interface PageRequest {
  readonly limit: number;
  readonly backward: boolean;
  /** Ids that the page lies between, in the list's order; the ends themselves are not in it. */
  readonly after?: string;
  readonly before?: string;
}

/** A page in the list's order, whichever way it was asked for. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}
