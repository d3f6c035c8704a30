/** What is at hand, or will be. GraphQL waits for a field only if it must: a promise for each of a page's fields is what costs most. */
export type Soon<T> = T | Promise<T>;

/** Goes on with a value: at once if it is at hand. */
export const soon = <From, To>(value: Soon<From>, work: (value: From) => To): Soon<To> =>
  value instanceof Promise ? value.then(work) : work(value);
