import { usableBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";
import type { Server } from "./launch.ts";
import { choosePlace } from "./place.ts";
import { readyServer, stopServer } from "./server.ts";

export interface EmbeddedOptions {
  /** Where its files go; made if missing. A relative path counts from the working directory. */
  readonly directory: string;
  readonly log: (message: string) => void;
  /** Use the server of a process that has the directory already, for as long as that one lives. */
  readonly share?: boolean;
  /** Accounts that root may lend to the server, in order of preference. */
  readonly accounts?: readonly string[];
  /** Parent of the data where those accounts cannot reach `directory`. */
  readonly elsewhere?: string;
  /** PostgreSQL settings over the ordinary ones; `fsync: "off"` is for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Embedded {
  /** Of the superuser, with the password. */
  readonly url: string;
  /** Stops the server, within five seconds; calling it again waits for the same stop. A shared one runs on. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the embedded PostgreSQL 18 on a free port of 127.0.0.1, making its database at the first start.
 *
 * One process at a time has a directory, and others may share its server. If that process is killed the server runs on, and the next start adopts it.
 * If the server ends, whatever ended it, that process starts it again at the same address, as often as it takes.
 *
 * @throws StoreFailure with what to do: no PostgreSQL for this system, a folder without permission, a server that does
 *   not start, another process on the same directory (unless shared)
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { directory, log, elsewhere = "/var/lib/detectql", accounts = ["postgres", "nobody"] } = options;
  const settings = { ...ordinarySettings, ...options.settings };
  const place = await choosePlace({ directory, elsewhere, accounts, log });
  const binaries = await usableBinaries(place.directory, place.account, log);
  const cluster = await ensureCluster(place, binaries, { sync: settings.fsync !== "off", log });
  const server: Server = { cluster, binaries, account: place.account, settings, log };
  const { url, hold } = await readyServer(server, options.share ?? false);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    if (hold === undefined) return;
    await hold.expectLoss();
    await stopServer(server);
    await hold.release();
  };
  return { url, stop: () => (stopping ??= stop()) };
}

/** For ingest on a workstation. All that is acknowledged is on disk: fsync and synchronous_commit stay on. */
const ordinarySettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "on",
  // What is dirty here is written at shutdown, which has five seconds.
  shared_buffers: "256MB",
  // Few checkpoints: each makes the next change of every page write that whole page to the log.
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  // Compiling a query costs more than our short ones take; storage is taken to be an SSD.
  jit: "off",
  random_page_cost: "1.1",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  // Failed statements hold events, which the log must not: `log` ranks above `error` here, and callers get their errors.
  log_min_messages: "log",
  log_min_error_statement: "panic",
};
