import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import pg from "pg";

/** The service in a process of its own, as it runs in production, over a database that nobody else has. */
export interface Service {
  readonly url: string;
  readonly key: string;
  readonly databaseUrl: string;
  /** CPU that it has used so far, PostgreSQL's not counted, in microseconds. */
  readonly cpuUs: () => number;
  readonly process: ChildProcess;
  readonly stop: () => Promise<void>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface ServiceOptions {
  readonly rules: readonly string[];
  /** A server on which a database is made; without it the embedded one runs in a temporary folder. */
  readonly external: string | undefined;
  /** A folder that is left as it is found; without it one is made and removed. */
  readonly directory?: string;
  /** What the service's node is told besides. */
  readonly nodeOptions?: readonly string[];
}

export async function startService(options: ServiceOptions): Promise<Service> {
  const { rules, external, nodeOptions = [] } = options;
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), "detectql-bench-"));
  // PostgreSQL does not run as root: whoever it runs as must reach its folder.
  chmodSync(directory, 0o755);
  const made = external === undefined ? undefined : await makeDatabase(external);
  const key = `dql_${randomBytes(24).toString("hex")}`;
  const env = {
    ...process.env,
    DETECTQL_DATA_DIR: directory,
    DETECTQL_ADMIN_KEY: key,
    DETECTQL_STARTER_PACK: "false",
    DATABASE_URL: made?.url ?? "",
  };
  const clean = async () => {
    await made?.drop();
    if (options.directory === undefined) rmSync(directory, { recursive: true, force: true });
  };
  try {
    if (rules.length > 0) await run(["import", ...rules], env);
    const child = detectql(["serve", "--port", "0"], env, nodeOptions);
    const stop = async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    };
    try {
      const url = await readyUrl(child);
      const databaseUrl = made?.url ?? embeddedUrl(directory);
      return { url, key, databaseUrl, process: child, cpuUs: () => cpuOf(child), stop: () => stop().then(clean) };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    await clean();
    throw error;
  }
}

/** Standard output is the log, one line and more for each request: it goes where logs go that nobody reads. */
const detectql = (args: readonly string[], env: NodeJS.ProcessEnv, nodeOptions: readonly string[] = []) =>
  spawn(process.execPath, [...nodeOptions, join(root, "dist/main.js"), ...args], {
    env,
    // The channel is for what nodeOptions may load.
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });

async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = detectql(args, env);
  child.stderr?.resume();
  // 1 says that some rules have problems: the others are loaded.
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0 && code !== 1) throw new Error(`detectql ${args.join(" ")} ended with ${String(code)}`);
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the service ended with ${String(code)}`)));
    if (child.stderr === null) return;
    createInterface(child.stderr).on("line", (line) => {
      const ready = /^ready: (\S+)/.exec(line)?.[1];
      if (ready === undefined) console.error(line);
      else resolve(ready);
    });
  });
}

/** By /proc; NaN where there is none. */
function cpuOf({ pid }: ChildProcess): number {
  try {
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, "utf8")
        .split(") ")[1]
        ?.split(" ") ?? [];
    const tickUs = 10_000;
    return (Number(fields[11]) + Number(fields[12])) * tickUs;
  } catch {
    return NaN;
  }
}

/** See docs/operations.md, "Backup". */
function embeddedUrl(directory: string): string {
  const folder = join(directory, "postgres", "18");
  const port = readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n")[3] ?? "";
  const password = readFileSync(join(folder, "password"), "utf8").trim();
  return `postgresql://detectql:${password}@127.0.0.1:${port}/postgres`;
}

async function makeDatabase(server: string) {
  const name = `detectql_bench_${randomBytes(4).toString("hex")}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await onServer(server, `create database ${name}`);
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
