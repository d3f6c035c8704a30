import { fileURLToPath } from "node:url";
import { defaultTenantId } from "./access/index.ts";
import { createClosers } from "./closers.ts";
import type { Configuration } from "./configuration.ts";
import { createFeed, type Feed } from "./detection/index.ts";
import type { Matcher } from "./matching/index.ts";
import { createRegistry, createTallies, type RuleRoom, type Tallies } from "./rules/index.ts";
import type { Clock } from "./std/index.ts";
import { type Database, openDatabase } from "./store/index.ts";

/** The folder that package.json is in, seen from src/ and from dist/ alike. */
export const packageRoot = fileURLToPath(new URL("..", import.meta.url));

/** The rooms that need a database, joined. */
export interface OpenRooms extends RuleRoom {
  readonly database: Database;
  /** Of the same database, for connections of their own. */
  readonly url: string;
  readonly tenantId: number;
  readonly tallies: Tallies;
  readonly feed: Feed;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly configuration: Configuration;
  readonly matcher: Matcher;
  readonly clock: Clock;
  readonly log: (message: string) => void;
  readonly onFailure: (error: unknown) => void;
  /** Whether an embedded server that another process runs may be used as well. */
  readonly share: boolean;
}

/** Opens the database, migrated to what this version needs, and the rules in it. */
export async function openRooms(options: OpenOptions): Promise<OpenRooms> {
  const { configuration, matcher, clock, log, onFailure, share } = options;
  const { DATABASE_URL: url, DETECTQL_DATA_DIR: directory, DETECTQL_POOL_SIZE: poolSize } = configuration;
  const { DETECTQL_READ_TIMEOUT_MS: readTimeoutMs } = configuration;
  const closers = createClosers();
  try {
    const opened = await openDatabase({
      ...(url !== undefined && { url }),
      directory,
      poolSize,
      readTimeoutMs,
      log,
      onFailure,
      share,
    });
    closers.add(opened.close);
    const { database, url: databaseUrl } = opened;
    const registry = createRegistry({ database, matcher, url: databaseUrl, clock, onFailure });
    closers.add(registry.stop);
    const tallies = createTallies({ database, clock, onFailure });
    closers.add(tallies.stop);
    const feed = createFeed({ database, url: databaseUrl, onFailure });
    closers.add(feed.stop);
    return {
      database,
      url: databaseUrl,
      registry,
      tallies,
      feed,
      clock,
      tenantId: await defaultTenantId(database),
      close: closers.close,
    };
  } catch (error) {
    await closers.close();
    throw error;
  }
}
