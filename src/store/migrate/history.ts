import { z } from "zod";
import { StoreFailure } from "../storeFailure.ts";
import type { Queryable } from "../queryable.ts";
import type { Migration } from "./migrations.ts";

const entries = z.array(
  z.object({ migration_name: z.string(), checksum: z.string(), finished: z.boolean(), logs: z.string().nullable() }),
);

/**
 * The migrations that a database lacks, by Prisma's own table `_prisma_migrations`.
 *
 * @throws StoreFailure if its history is not the beginning of ours: a migration that failed, was edited after it was
 *   applied, or is unknown here
 */
export async function pendingMigrations(
  db: Queryable,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  const { rows: tables } = await db.query<{ found: boolean }>(
    "select to_regclass('public._prisma_migrations') is not null as found",
  );
  if (tables[0]?.found !== true) return migrations;
  const { rows } = await db.query(
    `select migration_name, checksum, finished_at is not null as finished, logs
     from public._prisma_migrations where rolled_back_at is null order by started_at`,
  );
  const applied = entries.parse(rows);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished, logs } of applied) {
    if (!finished) throw unfinished(name, logs);
    const migration = known.get(name) ?? unknown(name);
    if (migration.checksum !== checksum) throw edited(name);
  }
  const names = new Set(applied.map((entry) => entry.migration_name));
  return migrations.filter(({ name }) => !names.has(name));
}

const unfinished = (name: string, logs: string | null) =>
  new StoreFailure(
    `The migration ${name} failed half-way in this database${logs === null ? "" : `:\n${logs.trim()}`}\n` +
      "Restore the database from a backup; or look at what of prisma/migrations/" +
      `${name}/migration.sql is there, undo it, and then run: ` +
      `update _prisma_migrations set rolled_back_at = now() where migration_name = '${name}' and finished_at is null`,
  );

function unknown(name: string): never {
  throw new StoreFailure(
    `This database was migrated by a newer DetectQL: its migration ${name} is unknown here. ` +
      "Start that version, or restore a backup from before it.",
  );
}

const edited = (name: string) =>
  new StoreFailure(
    `The migration ${name} was edited after it was applied to this database. ` +
      `Restore prisma/migrations/${name}/migration.sql, and make the change a new migration.`,
  );
