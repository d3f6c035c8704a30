import { launch, type Server } from "./launch.ts";
import { findPostmaster } from "./postmaster.ts";

/** Recovery after a crash replays at most max_wal_size; longer than this nobody waits in one go. */
const patienceMs = 120_000;

/**
 * What starts the server again on its port if it has ended: killed, by the system for want of memory, or by itself when
 * its disk is full. Everybody has its address, so that it cannot be another.
 *
 * @returns a function that rejects if the server does not start: its caller tries again
 */
export function createReviver(server: Server, port: number): () => Promise<void> {
  const told = new Set<string>();
  // Once for each reason: it is tried every few seconds. The lines of its log, below the first, have times in them.
  const tell = (message: string) => {
    const [reason = ""] = message.split("\n");
    if (!told.has(reason)) server.log(message);
    told.add(reason);
  };
  return async () => {
    const running = await findPostmaster(server.cluster.data);
    if (running !== undefined) {
      // Where the port is not known yet it is only just starting.
      if (running.port > 0 && running.port !== port) tell(elsewhere(running.port));
      return;
    }
    tell("embedded PostgreSQL: it has ended; starting it again, nothing that was acknowledged is lost");
    const failure = await launch({ ...server, log: () => undefined }, patienceMs, port);
    if (failure === undefined) {
      told.clear();
      server.log("embedded PostgreSQL: runs again");
      return;
    }
    tell(failure.message);
    throw failure;
  };
}

const elsewhere = (port: number) =>
  `embedded PostgreSQL: another process has started it meanwhile, on port ${port}; waiting for that one to end`;
