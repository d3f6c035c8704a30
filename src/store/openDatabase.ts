import path from "node:path";
import { type Database, connect } from "./connect.ts";
import { startEmbedded } from "./embedded/startEmbedded.ts";
import { migrate } from "./migrate/migrate.ts";

export interface OpenDatabaseOptions {
  /** A server of the operator's; without it the embedded one runs. */
  readonly url?: string;
  /** Where the embedded server's folder is made. */
  readonly directory: string;
  readonly poolSize: number;
  /** After which a list, a count or a statistic is cancelled. */
  readonly readTimeoutMs?: number;
  readonly log: (message: string) => void;
  readonly onFailure: (error: unknown) => void;
  /** Whether an embedded server that another process runs may be used as well; that process stops it. */
  readonly share: boolean;
}

export interface OpenedDatabase {
  readonly database: Database;
  readonly url: string;
  /** Closes the connections, and stops the embedded server if it is this process's. */
  readonly close: () => Promise<void>;
}

/** Opens the database, migrated. @throws StoreFailure with what to do */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenedDatabase> {
  const { directory, poolSize, readTimeoutMs, log, onFailure, share } = options;
  const server =
    options.url === undefined
      ? await startEmbedded({ directory: path.join(directory, "postgres"), log, share })
      : { url: options.url, stop: () => Promise.resolve() };
  try {
    await migrate({ url: server.url, log });
  } catch (error) {
    await server.stop();
    throw error;
  }
  const database = connect(server.url, {
    onError: onFailure,
    maxConnections: poolSize,
    ...(readTimeoutMs !== undefined && { readTimeoutMs }),
  });
  const close = async () => {
    await database.close();
    await server.stop();
  };
  return { database, url: server.url, close };
}
