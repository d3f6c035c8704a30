/** Vitest's global setup: one PostgreSQL for the whole run, with a migrated template database that test files clone. */
import { mkdir, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { isAlive } from "../../src/store/embedded/isAlive.ts";
import { findPostmaster } from "../../src/store/embedded/postmaster.ts";
import { startEmbedded } from "../../src/store/embedded/startEmbedded.ts";
import { migrate } from "../../src/store/migrate/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgres: TestServer;
  }
}

export interface TestServer {
  /** A database of the server, with a user that may make others. */
  readonly url: string;
  readonly template: string;
}

const directoryPrefix = "detectql-test-";
const databasePrefix = "detectql_test_";
const quiet = () => undefined;

/** Durability is for those who keep their data. */
const settings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  shared_buffers: "128MB",
  max_connections: "200",
};

let stop: () => Promise<void> = () => Promise.resolve();

export async function setup(project: TestProject): Promise<void> {
  const given = process.env["TEST_DATABASE_URL"];
  const server = given === undefined ? await startServer() : { url: given, stop: () => dropDatabases(given, isOurs) };
  stop = server.stop;
  const template = `${databasePrefix}${process.pid}_template`;
  await query(server.url, `create database ${template}`);
  await migrate({ url: databaseUrl(server.url, template), log: quiet });
  project.provide("postgres", { url: server.url, template });
}

export async function teardown(): Promise<void> {
  await stop();
}

export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement on a connection of its own, such as those that no transaction may hold. */
export async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function startServer() {
  await sweepDirectories();
  const directory = join(tmpdir(), `${directoryPrefix}${process.pid}`);
  await mkdir(directory, { mode: 0o755 });
  const { url, stop } = await startEmbedded({ directory, log: quiet, settings });
  return { url, stop: () => stop().finally(() => rm(directory, { recursive: true, force: true })) };
}

/** A run that was killed leaves its server and its folder. */
async function sweepDirectories(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(directoryPrefix));
  const dead = names.filter((name) => !isAlive(Number(name.slice(directoryPrefix.length))));
  for (const directory of dead.map((name) => join(tmpdir(), name))) {
    const server = await findPostmaster(join(directory, "18", "data"));
    if (server !== undefined) process.kill(server.pid, "SIGQUIT");
    // Another user's, or the server's last files: the next run tries again.
    await rm(directory, { recursive: true, force: true, maxRetries: 5 }).catch(quiet);
  }
}

const isOurs = (pid: number) => pid === process.pid || !isAlive(pid);

async function dropDatabases(url: string, isDue: (pid: number) => boolean): Promise<void> {
  const rows = await query(url, `select datname from pg_database where datname like '${databasePrefix}%'`);
  for (const name of rows.map(({ datname }) => String(datname))) {
    if (isDue(Number.parseInt(name.slice(databasePrefix.length))))
      await query(url, `drop database ${name} with (force)`);
  }
}
