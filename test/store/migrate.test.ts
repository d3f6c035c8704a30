import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "../../src/store/migrate/migrate.ts";
import { migrationsFolder } from "../../src/store/migrate/migrations.ts";
import { StoreFailure } from "../../src/store/storeFailure.ts";
import { createDatabase } from "../setup/database.ts";
import { query } from "../setup/postgres.ts";

const first = "20261123000000_first";
const quiet = () => undefined;

/** A folder of migrations: our own, and then these. */
async function migrationsAnd(more: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "detectql-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(migrationsFolder, folder, { recursive: true });
  for (const [name, sql] of Object.entries(more)) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, "migration.sql"), sql);
  }
  return folder;
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(StoreFailure);
  return (error as StoreFailure).message;
}

test("an empty database gets every migration, and then lacks none", async () => {
  const url = await createDatabase();
  expect(await migrate({ url, log: quiet })).toContain(first);
  expect(await query(url, "select name from tenant")).toEqual([{ name: "default" }]);
  expect(await migrate({ url, log: quiet })).toEqual([]);
});

test("what is applied is entered as Prisma's own tool enters it", async () => {
  const url = await createDatabase();
  await migrate({ url, log: quiet });
  expect(
    await query(
      url,
      `select migration_name, length(checksum) as checksum, finished_at >= started_at as finished, applied_steps_count
       from _prisma_migrations order by started_at limit 1`,
    ),
  ).toEqual([{ migration_name: first, checksum: 64, finished: true, applied_steps_count: 1 }]);
});

test("a migration that came later is applied alone", async () => {
  const url = await createDatabase();
  await migrate({ url, log: quiet });
  const folder = await migrationsAnd({
    "99990101000000_a": "create table a (id int);",
    "99990102000000_b": "insert into a values (7);",
  });
  const log: string[] = [];
  expect(await migrate({ url, folder, log: (message) => log.push(message) })).toHaveLength(2);
  expect(log).toEqual([
    "database: applying migration 99990101000000_a",
    "database: applying migration 99990102000000_b",
  ]);
  expect(await query(url, "select id from a")).toEqual([{ id: 7 }]);
});

test("of processes that start at once, one applies and the others find it done", async () => {
  const url = await createDatabase();
  const names = await Promise.all(Array.from({ length: 3 }, () => migrate({ url, log: quiet })));
  expect(names.flat().filter((name) => name === first)).toHaveLength(1);
});

test("a migration that fails leaves nothing, says where, and can be mended", async () => {
  const url = await createDatabase();
  const name = "99990101000000_bad";
  const good = "create table bad (id int);\ncreate function f() returns int language sql as $$ select 1; $$;\n";
  const broken = await migrationsAnd({ [name]: `${good}select nonsense;\n` });
  const message = await failureOf(migrate({ url, folder: broken, log: quiet }));
  expect(message).toContain(`prisma/migrations/${name}/migration.sql:3 failed: column "nonsense" does not exist`);
  expect(await query(url, "select to_regclass('bad') as bad, to_regclass('tenant')::text as tenant")).toEqual([
    { bad: null, tenant: "tenant" },
  ]);
  const mended = await migrationsAnd({ [name]: good });
  expect(await migrate({ url, folder: mended, log: quiet })).toEqual([name]);
});

test("a migration that another tool left half-way is named, with what to do", async () => {
  const url = await createDatabase();
  await migrate({ url, log: quiet });
  await query(
    url,
    "insert into _prisma_migrations (id, checksum, migration_name, logs) values ('1', '', '20270101000000_x', 'disk full')",
  );
  const message = await failureOf(migrate({ url, log: quiet }));
  expect(message).toContain("20270101000000_x failed half-way in this database:\ndisk full");
  expect(message).toContain("set rolled_back_at = now() where migration_name = '20270101000000_x'");
});

test("a database of a newer version is refused", async () => {
  const url = await createDatabase();
  const folder = await migrationsAnd({ "99990101000000_newer": "select 1;" });
  await migrate({ url, folder, log: quiet });
  expect(await failureOf(migrate({ url, log: quiet }))).toContain("migrated by a newer DetectQL");
});

test("a migration that was edited after it was applied is refused", async () => {
  const url = await createDatabase();
  await migrate({ url, log: quiet });
  const folder = await migrationsAnd({ [first]: "select 1;" });
  expect(await failureOf(migrate({ url, folder, log: quiet }))).toContain(`${first} was edited`);
});

test.each([
  { url: "postgresql://u:secret@127.0.0.1:1/x", says: "127.0.0.1:1/x", because: "nothing listens there" },
  { url: "postgresql://u:secret@nowhere.invalid/x", says: "nowhere.invalid/x", because: "there is no such host" },
])("a server that cannot be reached is named without its password: $because", async ({ url, says }) => {
  const message = await failureOf(migrate({ url, log: quiet }));
  expect(message).toContain(says);
  expect(message).not.toContain("secret");
});
