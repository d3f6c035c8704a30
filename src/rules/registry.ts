import type { CostShares, MatchableRecord, MatchedEvent, Matcher } from "../matching/index.ts";
import { bug, type Clock } from "../std/index.ts";
import {
  type Database,
  listen,
  rulesChannel,
  selectPipelines,
  selectRules,
  selectRulesVersions,
  selectValueLists,
} from "../store/index.ts";
import { changesBetween, emptyBook, isStale, type RuleBook, withChanges, withoutExpired } from "./ruleBook.ts";
import { surroundingsOf } from "./surroundings.ts";

/** Every tenant's rules, kept fresh here and in the matcher: this process learns of changes by NOTIFY, and by a poll if one is lost. */
export interface RuleRegistry {
  /** The rules as this process knows them. Loads them at the first call for a tenant. */
  readonly book: (tenantId: number) => Promise<RuleBook>;
  /** Takes over what has been committed since; call it after a change, so that its author sees it at once. */
  readonly refresh: (tenantId: number) => Promise<RuleBook>;
  /** Matches records against the tenant's rules as they are now. @throws MatchingFailure if that is to be tried again */
  readonly match: (tenantId: number, records: readonly MatchableRecord[]) => Promise<Matched>;
  /** What the rules cost, as this process has measured. */
  readonly costShares: (tenantId: number) => CostShares;
  readonly stop: () => Promise<void>;
}

/** What records came to, in their order, and the very rules that they were matched against. */
export interface Matched {
  readonly book: RuleBook;
  readonly events: readonly MatchedEvent[];
}

export interface RegistryOptions {
  readonly database: Database;
  /** Has the same rules as the books. */
  readonly matcher: Matcher;
  /** Of the same database, for the connection that listens. */
  readonly url: string;
  /** Filters expire by it. */
  readonly clock: Clock;
  /** Told of failures to refresh; the old rules stay in force until the next poll. */
  readonly onFailure: (error: unknown) => void;
  readonly pollMs?: number;
}

export function createRegistry(options: RegistryOptions): RuleRegistry {
  const { database, matcher, url, clock, onFailure, pollMs = 5_000 } = options;
  const books = new Map<number, RuleBook>();
  // One refresh of a tenant at a time: a later one must not be overtaken by an earlier one's older rows.
  const queues = new Map<number, Promise<unknown>>();

  const load = async (tenantId: number): Promise<RuleBook> => {
    const book = books.get(tenantId) ?? emptyBook;
    const fresh = await readBook(database, tenantId, book, clock);
    if (fresh === book) return book;
    // Both without a pause in between: a batch that asks for one gets the other.
    books.set(tenantId, fresh);
    matcher.setRules(tenantId, changesBetween(book, fresh));
    return fresh;
  };
  // Asked for and not begun: who asks meanwhile gets the same.
  const next = new Map<number, Promise<RuleBook>>();
  const refresh = (tenantId: number): Promise<RuleBook> => {
    const asked = next.get(tenantId);
    if (asked) return asked;
    const before = queues.get(tenantId) ?? Promise.resolve();
    const result = before
      .catch(() => undefined)
      .then(() => {
        next.delete(tenantId);
        return load(tenantId);
      });
    queues.set(tenantId, result);
    next.set(tenantId, result);
    return result;
  };
  const refreshStale = async (): Promise<void> => {
    const versions = await selectRulesVersions(database.pool);
    for (const [tenantId, book] of books) {
      if (versions.get(tenantId) !== book.version || isStale(book, clock())) await refresh(tenantId);
    }
  };
  /** The book if nothing has expired in it; what others have changed comes by itself. */
  const current = (tenantId: number): RuleBook | undefined => {
    const book = books.get(tenantId);
    return book && !isStale(book, clock()) ? book : undefined;
  };
  const inBackground = (work: () => Promise<unknown>) => void work().catch(onFailure);

  const listener = listen(url, rulesChannel, {
    notification: (tenantId) => inBackground(() => refresh(Number(tenantId))),
    connect: () => inBackground(refreshStale),
  });
  const poll = setInterval(() => inBackground(refreshStale), pollMs);

  return {
    book: async (tenantId) => current(tenantId) ?? (await refresh(tenantId)),
    refresh,
    match: async (tenantId, records) => {
      if (!current(tenantId)) await refresh(tenantId);
      const book = books.get(tenantId) ?? bug(`the rules of tenant ${tenantId} are not there`);
      return { book, events: await matcher.match(tenantId, records) };
    },
    costShares: matcher.costShares,
    stop: async () => {
      clearInterval(poll);
      await listener.stop();
      await Promise.allSettled(queues.values());
    },
  };
}

async function readBook({ pool }: Database, tenantId: number, book: RuleBook, clock: Clock): Promise<RuleBook> {
  // The version first: rows that change in between are then read again, never missed.
  const version = (await selectRulesVersions(pool)).get(tenantId) ?? 0n;
  if (version === book.version) return isStale(book, clock()) ? withoutExpired(book, clock()) : book;
  const rows = await selectRules(pool, tenantId, book.version);
  const lists = await selectValueLists(pool, tenantId);
  const surroundings = surroundingsOf(lists, await selectPipelines(pool, tenantId));
  return withChanges(book, { version, rows, surroundings, now: clock() });
}
