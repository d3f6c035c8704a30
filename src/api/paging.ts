import type { Page, PageRequest } from "../detection/index.ts";
import { clientError } from "./errors.ts";
import { limits } from "./limits.ts";

/** Relay's arguments of a connection. */
export interface ConnectionArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** How many items a connection can give at most: what its cost is counted with. */
export const pageSize = ({ first, last }: ConnectionArguments): number => first ?? last ?? limits.defaultPageSize;

/** A cursor is opaque: what it holds is nobody's business. */
export const encodeCursor = (content: string): string => Buffer.from(content).toString("base64url");
export const decodeCursor = (cursor: string): string => Buffer.from(cursor, "base64url").toString();

/** Reads Relay's arguments. `decode` reads a cursor's content and gives undefined if it is none of ours. */
export function pageRequest(
  { first, last, after, before }: ConnectionArguments,
  decode: (text: string) => string | undefined,
): PageRequest {
  if (first != null && last != null) throw clientError("BAD_USER_INPUT", "give `first` or `last`, not both");
  const limit = first ?? last ?? limits.defaultPageSize;
  if (limit < 0 || limit > limits.pageSize) {
    throw clientError("BAD_USER_INPUT", `a page has 0 to ${limits.pageSize} items: ${limit} is outside`);
  }
  const cursor = (text: string | null | undefined, argument: string) => {
    if (text == null) return undefined;
    const content = decode(decodeCursor(text));
    if (content !== undefined) return content;
    throw clientError("BAD_USER_INPUT", `\`${argument}\` is not a cursor of this list`);
  };
  const start = cursor(after, "after");
  const end = cursor(before, "before");
  return {
    limit,
    backward: last != null,
    ...(start !== undefined && { after: start }),
    ...(end !== undefined && { before: end }),
  };
}

/** A page as Relay's connection; `cursorOf` gives the content that `decode` will read. */
export function connection<T>(page: Page<T>, cursorOf: (item: T) => string) {
  const { items, hasNext, hasPrevious, startsAt, endsAt } = page;
  const edges = items.map((node) => ({ node, cursor: encodeCursor(cursorOf(node)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: hasNext,
      hasPreviousPage: hasPrevious,
      startCursor: startsAt === undefined ? (edges[0]?.cursor ?? null) : encodeCursor(startsAt),
      endCursor: endsAt === undefined ? (edges.at(-1)?.cursor ?? null) : encodeCursor(endsAt),
    },
  };
}

/** A page of a list that is in memory, sorted by its items' keys, which are its cursors. */
export function pageOf<T>(items: readonly T[], request: PageRequest, keyOf: (item: T) => string): Page<T> {
  const { after, before, limit, backward } = request;
  const firstWhere = (test: (key: string) => boolean) => {
    const place = items.findIndex((item) => test(keyOf(item)));
    return place === -1 ? items.length : place;
  };
  const start = after === undefined ? 0 : firstWhere((key) => key > after);
  const end = before === undefined ? items.length : firstWhere((key) => key >= before);
  const from = backward ? Math.max(start, end - limit) : start;
  const to = backward ? end : Math.min(end, start + limit);
  return { items: items.slice(from, to), hasPrevious: from > 0, hasNext: to < items.length };
}
