import { setTimeout as sleep } from "node:timers/promises";
import { StoreFailure } from "../storeFailure.ts";
import { type Cluster, user } from "./cluster.ts";
import { type Hold, takeHold } from "./hold.ts";
import { launch, type Server } from "./launch.ts";
import { createReviver } from "./revive.ts";
import { findPostmaster, type Postmaster } from "./postmaster.ts";
import { run } from "./run.ts";

/** A server that accepts connections. */
export interface ReadyServer {
  readonly url: string;
  /** Absent if the server is another process's to stop. */
  readonly hold?: Hold;
}

const waitMs = 50;
const startAttempts = 3;
/** Recovery after a crash replays at most max_wal_size; nobody waits longer than this for it. */
const patienceMs = 120_000;
/** One that stops, or was just killed, is gone by then. */
const rivalPatienceMs = 5_000;

/**
 * Starts the server, or adopts one that a killed process left behind, and claims it.
 *
 * @param share makes do with a server that another process has claimed
 * @throws StoreFailure if it does not start, or if another process has claimed it
 */
export async function readyServer(server: Server, share: boolean): Promise<ReadyServer> {
  const { cluster, log } = server;
  const started = await ensureRunning(server);
  let rivalMs = 0;
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += waitMs) {
    const running = await findPostmaster(cluster.data);
    // Another process has stopped it meanwhile.
    if (running === undefined) return readyServer(server, share);
    const url = urlOf(cluster, running.port);
    const claimed = running.ready ? await claim(server, url, running) : "not yet";
    if (typeof claimed === "object") {
      if (!started) log(`embedded PostgreSQL: adopted process ${running.pid}, left by an earlier run`);
      return { url, hold: claimed };
    }
    if (claimed === "taken") {
      if (share) return { url };
      if (rivalMs === 0) log("embedded PostgreSQL: waiting for another DetectQL that uses it");
      rivalMs += waitMs;
      if (rivalMs > rivalPatienceMs) throw rival(cluster);
    }
    await sleep(waitMs);
  }
  throw new StoreFailure(
    `The embedded PostgreSQL on ${cluster.data} does not become ready; its log: ${cluster.logFile}`,
  );
}

/** @returns whether it was this process that started it */
async function ensureRunning(server: Server): Promise<boolean> {
  for (let attempt = 1; (await findPostmaster(server.cluster.data)) === undefined; attempt++) {
    const failure = await launch(server, patienceMs);
    if (failure === undefined) return true;
    if (attempt === startAttempts) throw failure;
  }
  return false;
}

async function claim(server: Server, url: string, running: Postmaster): Promise<Hold | "taken" | "not yet"> {
  try {
    const hold = await takeHold(url, createReviver(server, running.port));
    if (hold === undefined) return "taken";
    // Had the claim become free because its holder is stopping the server, the lock file would say so by now.
    const now = await findPostmaster(server.cluster.data);
    if (now?.pid === running.pid && now.ready) return hold;
    await hold.release();
    return "not yet";
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "28P01")
      throw wrongPassword(server, running, cause);
    return "not yet";
  }
}

/** Stops the server: in order if that takes under three seconds, else at once, and the next start recovers its log. */
export async function stopServer({ cluster, binaries, account, log }: Server): Promise<void> {
  const stop = (mode: string, seconds: string) =>
    run(binaries.pgCtl, ["stop", "-w", "-D", cluster.data, "-m", mode, "-t", seconds], account);
  if ((await stop("fast", "3")).code === 0 || (await findPostmaster(cluster.data)) === undefined) return;
  log("embedded PostgreSQL: does not stop in time; stopping it at once, nothing is lost");
  await stop("immediate", "1");
}

const urlOf = (cluster: Cluster, port: number) => `postgresql://${user}:${cluster.password}@127.0.0.1:${port}/postgres`;

const rival = (cluster: Cluster) =>
  new StoreFailure(
    `Another DetectQL runs on ${cluster.data}. Stop that one, give this one another data directory, ` +
      "or let both use one PostgreSQL server (DATABASE_URL).",
  );

const wrongPassword = (server: Server, running: Postmaster, cause: Error) =>
  new StoreFailure(
    `The PostgreSQL server on ${server.cluster.data} (process ${running.pid}) refuses the password kept beside its data. ` +
      "Restore the password file, or remove the folder to begin with an empty database.",
    { cause },
  );
