import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

export interface SoakServer {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly memory: () => Promise<{ readonly residentMb: number; readonly heapMb: number }>;
  readonly close: () => Promise<void>;
}

const root = path.resolve(import.meta.dirname, "../..");
const key = `dql_${"soak".repeat(10)}`;

/** The server as it is built, with the starter pack, on a database of its own: an embedded one, or `DATABASE_URL`. */
export async function startServer(): Promise<SoakServer> {
  const folder = await mkdtemp(path.join(tmpdir(), "detectql-soak-"));
  // Root's embedded server runs as another user.
  await chmod(folder, 0o755);
  const env = { ...process.env, DETECTQL_DATA_DIR: folder, DETECTQL_ADMIN_KEY: key, DETECTQL_LOG_LEVEL: "warn" };
  const child = spawn(process.execPath, ["dist/main.js", "serve", "--port", "0"], {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    const said: string[] = [];
    createInterface(child.stderr).on("line", (line) => {
      said.push(line);
      const ready = /^ready: (\S+)/.exec(line)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${String(code)}:\n${said.join("\n")}`)));
  });
  return {
    url,
    headers: { authorization: `Bearer ${key}` },
    memory: async () => {
      const text = await (await fetch(`${url}/metrics`)).text();
      return {
        residentMb: metric(text, "process_resident_memory_bytes") / 2 ** 20,
        heapMb: metric(text, "nodejs_heap_size_used_bytes") / 2 ** 20,
      };
    },
    close: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const metric = (text: string, name: string): number =>
  Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1] ?? NaN);
