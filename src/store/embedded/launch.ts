import { spawn } from "node:child_process";
import { open, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { bug } from "../../std/index.ts";
import { StoreFailure } from "../storeFailure.ts";
import type { Binaries } from "./binaries.ts";
import type { Cluster } from "./cluster.ts";
import { findPostmaster } from "./postmaster.ts";
import { type Account, environment } from "./run.ts";

/** Everything that starting and stopping needs. */
export interface Server {
  readonly cluster: Cluster;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** PostgreSQL settings. */
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (message: string) => void;
}

const pollMs = 20;

/**
 * Starts the server on `port`, else on one that is free, and waits until it is ready, or for `patienceMs` of recovery.
 *
 * Not by `pg_ctl start`: that hands our paths to a shell, which expands what looks like a variable in them.
 *
 * @returns the failure, if it ended instead: often because another process has started it
 */
export async function launch(server: Server, patienceMs: number, port?: number): Promise<StoreFailure | undefined> {
  const { cluster, log } = server;
  log(`embedded PostgreSQL: starting on ${cluster.data}`);
  const ended = new AbortController();
  await spawnServer(server, port ?? (await freePort()), (reason) => ended.abort(reason));
  for (let waitedMs = 0; waitedMs < patienceMs && !ended.signal.aborted; waitedMs += pollMs) {
    if ((await findPostmaster(cluster.data))?.ready === true) return undefined;
    await sleep(pollMs, undefined, { signal: ended.signal }).catch(() => undefined);
  }
  return ended.signal.aborted ? notStarted(cluster, String(ended.signal.reason)) : undefined;
}

async function spawnServer(server: Server, port: number, onEnd: (reason: string) => void): Promise<void> {
  const { cluster, binaries, account, settings } = server;
  const all = Object.entries({ ...settings, port: String(port) });
  const logFile = await open(cluster.logFile, "a");
  try {
    // Detached: it outlives a Ctrl-C and us; we stop it in order, or the next start adopts it.
    const child = spawn(
      binaries.postgres,
      ["-D", cluster.data, ...all.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      {
        ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
        cwd: "/",
        detached: true,
        env: environment(),
        stdio: ["ignore", logFile.fd, logFile.fd],
        windowsHide: true,
      },
    );
    child.once("error", (error) => onEnd(error.message));
    child.once("exit", (code, signal) => onEnd(`it ended with ${signal ?? `code ${code}`}`));
    child.unref();
  } finally {
    await logFile.close();
  }
}

async function notStarted(cluster: Cluster, reason: string): Promise<StoreFailure> {
  const lastLines = (await readFile(cluster.logFile, "utf8").catch(() => "")).trimEnd().split("\n").slice(-5);
  return new StoreFailure(
    `The embedded PostgreSQL does not start: ${reason}. Its log, ${cluster.logFile}, ends so:\n${lastLines.join("\n")}`,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = address !== null && typeof address === "object" ? address.port : bug("a TCP address is an object");
      probe.close(() => resolve(port));
    });
  });
}
