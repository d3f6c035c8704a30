import pg from "pg";
import { StoreFailure } from "../storeFailure.ts";
import { unreachable } from "../unreachable.ts";
import { pendingMigrations } from "./history.ts";
import { type Migration, migrationsFolder, readMigrations } from "./migrations.ts";
import type { EngineSession } from "./schemaEngine.ts";

export interface MigrateOptions {
  readonly url: string;
  readonly log: (message: string) => void;
  /** Where the migrations are; the package's own by default. */
  readonly folder?: string;
}

const oldestServer = 15;
// Prisma's own lock (schema-engine, `pg_advisory_lock`): its command line tool waits for us too, and we for it.
const lockKey = 72707369;

/**
 * Brings the database to the schema of this version: applies what is pending of prisma/migrations, each in a transaction
 * with its entry in Prisma's history, so that a migration is there whole or not at all. Of several processes
 * at once one applies, and the others wait. A database that lacks nothing is asked two questions, no more.
 *
 * @returns the names of the migrations that it applied
 * @throws StoreFailure: no connection, a server older than PostgreSQL 15, a history that is not the beginning of ours, or
 *   a migration that fails
 */
export async function migrate({ url, log, folder = migrationsFolder }: MigrateOptions): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  if ((await look(url, migrations)).length === 0) return [];
  // Only now: to load the engine takes longer than all the rest of a start that finds nothing to do.
  const { withSchemaEngine } = await import("./schemaEngine.ts");
  return withSchemaEngine(url, async (session) => {
    await lock(session, log);
    const pending = await pendingMigrations(session.connection, migrations);
    for (const migration of pending) {
      log(`database: applying migration ${migration.name}`);
      const later = pending.slice(pending.indexOf(migration) + 1);
      await apply(
        session,
        migration,
        migrations.filter((other) => !later.includes(other)),
      );
    }
    return pending.map(({ name }) => name);
  });
}

async function look(url: string, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const client = new pg.Client({ connectionString: url, application_name: "detectql migrate" });
  client.on("error", () => undefined);
  try {
    await client.connect().catch((cause: unknown) => {
      throw unreachable(url, cause);
    });
    await checkVersion(client);
    return await pendingMigrations(client, migrations);
  } finally {
    await client.end();
  }
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
  const version = rows[0]?.version ?? "0";
  if (Number.parseInt(version) >= oldestServer) return;
  throw new StoreFailure(`DetectQL needs PostgreSQL ${oldestServer} or later; this server is ${version}.`);
}

async function lock({ connection }: EngineSession, log: (message: string) => void): Promise<void> {
  const { rows } = await connection.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [lockKey]);
  if (rows[0]?.taken === true) return;
  log("database: waiting for another process that applies migrations");
  await connection.query("select pg_advisory_lock($1)", [lockKey]);
}

async function apply(session: EngineSession, migration: Migration, upToIt: readonly Migration[]): Promise<void> {
  const { engine, connection } = session;
  await connection.query("begin");
  try {
    const filters = { externalTables: [], externalEnums: [] };
    await engine.applyMigrations({ migrationsList: migrationsList(upToIt), filters });
    await connection.query("commit");
  } catch (error) {
    await connection.query("rollback").catch(() => undefined);
    throw failed(migration, session.scriptError() ?? error);
  }
}

const migrationsList = (migrations: readonly Migration[]) => ({
  baseDir: "prisma/migrations",
  lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
  shadowDbInitScript: "",
  migrationDirectories: migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
  })),
});

function failed({ name, sql }: Migration, cause: unknown): StoreFailure {
  const position =
    cause instanceof pg.DatabaseError && cause.position !== undefined ? Number(cause.position) : undefined;
  const line = position === undefined ? "" : `:${sql.slice(0, position).split("\n").length}`;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StoreFailure(
    `The migration prisma/migrations/${name}/migration.sql${line} failed: ${reason}\n` +
      "The database is as it was before it. Mend the cause and start again; until then the previous version still runs.",
    { cause },
  );
}
