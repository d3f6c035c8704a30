import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPg } from "@prisma/adapter-pg";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** Prisma's schema engine on one connection. */
export interface EngineSession {
  readonly engine: glue.SchemaEngine;
  /** The very connection that the engine uses: what is locked or begun on it holds for the engine. */
  readonly connection: pg.Pool;
  /** What the database said of the script that failed; the engine passes on only a part of it. */
  readonly scriptError: () => unknown;
}

/** What the engine speaks to the database through. */
export type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/**
 * Lends Prisma's schema engine (WebAssembly), with a connection that is closed after: locks that the engine takes belong
 * to the connection, and would keep other processes waiting for as long as it lives.
 *
 * @param mend changes the adapter before the engine gets it
 */
export async function withSchemaEngine<T>(
  url: string,
  use: (session: EngineSession) => Promise<T>,
  mend: (adapter: Adapter) => void = () => undefined,
): Promise<T> {
  await (wasm ??= loadWasm());
  // A pool, because the adapter wants one, of one connection that is never given up.
  const connection = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    application_name: "detectql migrate",
  });
  // Whatever breaks the connection fails the query under way too.
  connection.on("error", () => undefined);
  let scriptError: unknown;
  const adapter = adapterFactory(connection, (adapter) => {
    runWholeScripts(adapter, connection, (error) => (scriptError = error));
    mend(adapter);
  });
  let engine: glue.SchemaEngine | undefined;
  try {
    engine = await glue.SchemaEngine.new({ datamodels: [datasource] }, () => undefined, adapter);
    return await use({ engine, connection, scriptError: () => scriptError });
  } catch (cause) {
    if (panic === undefined) throw cause;
    throw new Error(`Prisma's schema engine panicked: ${panic}`, { cause });
  } finally {
    engine?.free();
    await connection.end();
  }
}

const datasource: [string, string] = ["schema.prisma", 'datasource db {\n  provider = "postgresql"\n}\n'];

// Once per process: a second instance of this module corrupts the strings of the first.
let wasm: Promise<void> | undefined;
let panic: string | undefined;

// Node's types name it only where a browser's do.
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

async function loadWasm(): Promise<void> {
  // Without it the engine hides its panics behind an error of its own.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => (panic = message) } });
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bytes = await readFile(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": imports() });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** The engine's timer for a lock that does not come runs on after it has come: it must not keep the process alive. */
function imports(): object {
  const timers = Object.keys(glue).filter((name) => name.startsWith("__wbg_setTimeout_"));
  const unreferenced = (callback: () => void, ms: number) => setTimeout(callback, ms).unref();
  return { ...glue, ...Object.fromEntries(timers.map((name) => [name, unreferenced])) };
}

function adapterFactory(pool: pg.Pool, mend: (adapter: Adapter) => void) {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    mend(adapter);
    return adapter;
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}

/** The adapter's own `executeScript` splits at every semicolon, those in function bodies included. */
function runWholeScripts(adapter: Adapter, pool: pg.Pool, onError: (error: unknown) => void): void {
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script);
    } catch (error) {
      onError(error);
      throw error;
    }
  };
}
