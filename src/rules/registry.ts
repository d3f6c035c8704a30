import {
  type Database,
  listen,
  rulesChannel,
  selectPipelines,
  selectRules,
  selectRulesVersions,
  selectValueLists,
} from "../store/index.ts";
import { emptyBook, type RuleBook, withChanges } from "./ruleBook.ts";
import { surroundingsOf } from "./surroundings.ts";

/** Every tenant's rules, compiled and kept fresh: this process learns of changes by NOTIFY, and by a poll if one is lost. */
export interface RuleRegistry {
  /** The rules as this process knows them. Loads them at the first call for a tenant. */
  readonly book: (tenantId: number) => Promise<RuleBook>;
  /** Takes over what has been committed since; call it after a change, so that its author sees it at once. */
  readonly refresh: (tenantId: number) => Promise<RuleBook>;
  readonly stop: () => Promise<void>;
}

export interface RegistryOptions {
  readonly database: Database;
  /** Of the same database, for the connection that listens. */
  readonly url: string;
  /** Told of failures to refresh; the old rules stay in force until the next poll. */
  readonly onFailure: (error: unknown) => void;
  readonly pollMs?: number;
}

export function createRegistry({ database, url, onFailure, pollMs = 5_000 }: RegistryOptions): RuleRegistry {
  const books = new Map<number, RuleBook>();
  // One refresh of a tenant at a time: a later one must not be overtaken by an earlier one's older rows.
  const queues = new Map<number, Promise<unknown>>();

  const load = async (tenantId: number): Promise<RuleBook> => {
    const book = books.get(tenantId) ?? emptyBook;
    const fresh = await readBook(database, tenantId, book);
    books.set(tenantId, fresh);
    return fresh;
  };
  const refresh = (tenantId: number): Promise<RuleBook> => {
    const before = queues.get(tenantId) ?? Promise.resolve();
    const result = before.catch(() => undefined).then(() => load(tenantId));
    queues.set(tenantId, result);
    return result;
  };
  const refreshStale = async (): Promise<void> => {
    const versions = await selectRulesVersions(database.pool);
    for (const [tenantId, book] of books) {
      if (versions.get(tenantId) !== book.version) await refresh(tenantId);
    }
  };
  const inBackground = (work: () => Promise<unknown>) => void work().catch(onFailure);

  const listener = listen(url, rulesChannel, {
    notification: (tenantId) => inBackground(() => refresh(Number(tenantId))),
    connect: () => inBackground(refreshStale),
  });
  const poll = setInterval(() => inBackground(refreshStale), pollMs);

  return {
    book: async (tenantId) => books.get(tenantId) ?? (await refresh(tenantId)),
    refresh,
    stop: async () => {
      clearInterval(poll);
      await listener.stop();
      await Promise.allSettled(queues.values());
    },
  };
}

async function readBook({ pool }: Database, tenantId: number, book: RuleBook): Promise<RuleBook> {
  // The version first: rows that change in between are then read again, never missed.
  const version = (await selectRulesVersions(pool)).get(tenantId) ?? 0n;
  if (version === book.version) return book;
  const rows = await selectRules(pool, tenantId, book.version);
  const lists = await selectValueLists(pool, tenantId);
  const surroundings = surroundingsOf(lists, await selectPipelines(pool, tenantId));
  return withChanges(book, { version, rows, surroundings });
}
