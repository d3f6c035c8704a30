import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, inject } from "vitest";
import { type Database, connect } from "../../src/store/connect.ts";
import { ensurePartitions } from "../../src/store/partitions.ts";
import { databaseUrl, query } from "./postgres.ts";

export interface TestDatabase extends Database {
  readonly url: string;
}

/**
 * A migrated database of this test file's own: a clone of the template, made before its tests and dropped after.
 *
 * @param nowMs gives it partitions around this instant
 * @returns what gives the database to a test
 */
export function useDatabase(nowMs?: number): () => TestDatabase {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await cloneDatabase();
    if (nowMs !== undefined) await ensurePartitions(database.pool, { nowMs });
  });
  afterAll(() => database?.close());
  return () => {
    if (database === undefined) throw new Error("the database is there in tests and hooks only");
    return database;
  };
}

/** A clone of the migrated template; `close` drops it. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { url: serverUrl, template } = inject("postgres");
  const url = await createDatabase(template);
  const { close, ...database } = connect(url, {
    onError: () => undefined,
    applicationName: "detectql test",
    maxConnections: 5,
  });
  const drop = () => query(serverUrl, `drop database ${new URL(url).pathname.slice(1)} with (force)`);
  return { ...database, url, close: () => close().finally(drop) };
}

/** An empty database, or a copy of another; gone with the run. */
export async function createDatabase(template = "template0"): Promise<string> {
  const server = inject("postgres");
  const name = server.template.replace("template", randomBytes(6).toString("hex"));
  await query(server.url, `create database ${name} template ${template}`);
  return databaseUrl(server.url, name);
}
