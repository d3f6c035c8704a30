import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findPostmaster } from "../../src/store/embedded/postmaster.ts";
import { databaseUrl } from "../setup/postgres.ts";
import { end, type RunningServer, startServer } from "../e2e/server.ts";
import { killPostgres } from "../setup/killPostgres.ts";

export const key = `dql_${"fault".repeat(9)}`;

/** A service in a process of its own, that can be killed and started again. */
export interface Service {
  readonly url: () => string;
  readonly key: string;
  /** What all its processes have said. */
  readonly said: () => string;
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Ends it in order. */
  readonly end: () => Promise<void>;
}

export async function startService(env: Readonly<Record<string, string>>): Promise<Service> {
  const all = { DETECTQL_ADMIN_KEY: key, DETECTQL_STARTER_PACK: "false", DETECTQL_MATCHING_THREADS: "0", ...env };
  const started: RunningServer[] = [];
  const start = async () => void started.push(await startServer(all));
  const current = (): RunningServer => {
    const running = started.at(-1);
    if (running === undefined) throw new Error("the service has not been started");
    return running;
  };
  await start();
  return {
    url: () => current().url,
    key,
    said: () => started.flatMap(({ said }) => said).join("\n"),
    kill: async () => {
      await end(current().process, "SIGKILL");
    },
    start,
    end: async () => {
      await end(current().process, "SIGTERM");
    },
  };
}

/** The same with an embedded PostgreSQL in a folder of its own. */
export interface EmbeddedService extends Service {
  readonly killDatabase: () => Promise<void>;
  readonly databaseUrl: () => Promise<string>;
  /** Ends it, and removes the folder if it was made here. */
  readonly close: () => Promise<void>;
}

export async function startEmbeddedService(
  given?: string,
  env: Readonly<Record<string, string>> = {},
): Promise<EmbeddedService> {
  const folder = given ?? (await mkdtemp(path.join(tmpdir(), "detectql-faults-")));
  // The account of the embedded server reaches it, too, where root runs the tests.
  await chmod(folder, 0o755);
  const cluster = path.join(folder, "postgres", "18");
  const data = path.join(cluster, "data");
  const service = await startService({ ...env, DETECTQL_DATA_DIR: folder });
  return {
    ...service,
    killDatabase: () => killPostgres(data),
    databaseUrl: async () => {
      const running = await findPostmaster(data);
      const password = await readFile(path.join(cluster, "password"), "utf8");
      return databaseUrl(`postgresql://detectql:${password}@127.0.0.1:${running?.port ?? 0}`, "postgres");
    },
    close: async () => {
      await service.end();
      await killPostgres(data);
      if (given === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
