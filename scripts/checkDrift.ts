/** Holds prisma/schema.prisma against what prisma/migrations make, on a PostgreSQL of its own: `tsx scripts/checkDrift.ts`. */
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { QueryArrayConfig, QueryArrayResult } from "pg";
import { startEmbedded } from "../src/store/embedded/startEmbedded.ts";
import { migrate } from "../src/store/migrate/migrate.ts";
import { type Adapter, withSchemaEngine } from "../src/store/migrate/schemaEngine.ts";

/**
 * The SQL that would bring a database to a Prisma schema; empty if it is there.
 *
 * Blind to what Prisma has no word for: partitions, partial indexes, checks, functions, operator classes.
 */
export async function findDrift(url: string, schema: string): Promise<string> {
  const files = [{ path: "schema.prisma", content: schema }];
  const compare = {
    from: { tag: "schemaDatasource" as const, configDir: "prisma", files },
    to: { tag: "schemaDatamodel" as const, files },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  };
  const { exitCode, stdout } = await withSchemaEngine(url, ({ engine }) => engine.diff(compare), readCharColumns);
  return exitCode === 0 ? "" : (stdout ?? "");
}

const charType = 18;
const charArrayType = 1002;

/** The catalogs have columns of type "char", for which the adapter has no word: they pass as char[], and are then renamed. */
function readCharColumns(adapter: Adapter): void {
  const pool = adapter.underlyingDriver();
  const query: (config: QueryArrayConfig) => Promise<QueryArrayResult> = pool.query.bind(pool);
  Object.assign(pool, {
    query: async (config: QueryArrayConfig) => {
      const result = await query(config);
      for (const field of result.fields) if (field.dataTypeID === charType) field.dataTypeID = charArrayType;
      return result;
    },
  });
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (text) => {
    const result = await queryRaw(text);
    const { Character, CharacterArray } = ColumnTypeEnum;
    return { ...result, columnTypes: result.columnTypes.map((type) => (type === CharacterArray ? Character : type)) };
  };
}

async function main(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "detectql-drift-"));
  // Root's server runs as another user.
  await chmod(directory, 0o755);
  const server = await startEmbedded({ directory, log: () => undefined, settings: { fsync: "off" } });
  try {
    await migrate({ url: server.url, log: () => undefined });
    const path = fileURLToPath(new URL("../prisma/schema.prisma", import.meta.url));
    const drift = await findDrift(server.url, await readFile(path, "utf8"));
    if (drift === "") console.log("schema.prisma and the migrations agree");
    else console.error(`The migrations do not make what schema.prisma describes. They lack:\n\n${drift}`);
    process.exitCode = drift === "" ? 0 : 1;
  } finally {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
