/** Which page of a list: the first `limit` after `after`, or, backward, the last `limit` before `before`. */
export interface PageRequest {
  readonly limit: number;
  readonly backward: boolean;
  /** Places that the page lies between, in the list's order; the ends themselves are not in it. */
  readonly after?: string;
  readonly before?: string;
}

/** A page in the list's order, whichever way it was asked for. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** The places that it reaches to, where those are not of its first and last item: what lies between was passed over. */
  readonly startsAt?: string;
  readonly endsAt?: string;
}

/** A page of what was read for it: in the direction in which it is read, and one more than it holds, if there is one. */
export function pageOf<T>(read: readonly T[], { limit, backward, after, before }: PageRequest): Page<T> {
  const items = read.slice(0, limit);
  const more = read.length > limit;
  return backward
    ? { items: items.reverse(), hasPrevious: more, hasNext: before !== undefined }
    : { items, hasNext: more, hasPrevious: after !== undefined };
}
