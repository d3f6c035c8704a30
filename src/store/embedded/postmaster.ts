import { execFile } from "node:child_process";
import { readFile, readlink, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { isAlive } from "./isAlive.ts";

/** A running server, as its lock file `postmaster.pid` describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Accepts connections; otherwise it is starting or stopping. */
  readonly ready: boolean;
}

/**
 * The server that runs on a data folder.
 *
 * Its lock file outlives a crash, and its process id may since belong to another program, which would keep PostgreSQL
 * from starting: such a file is removed. (PostgreSQL itself removes one whose process is gone.)
 *
 * @see PostgreSQL, src/include/utils/pidfile.h: pid, data folder, start, port, socket folder, address, shmem, status
 */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const path = join(data, "postmaster.pid");
  const text = await readFile(path, "utf8").catch(() => "");
  const [pidLine = "", , , port = "", , , , status = ""] = text.split("\n");
  const pid = Number(pidLine);
  if (!(pid > 0) || !isAlive(pid)) return undefined;
  if ((await servesData(pid, data)) === false) {
    await rm(path, { force: true });
    return undefined;
  }
  return { pid, port: Number(port), ready: status.trim() === "ready" && Number(port) > 0 };
}

/** Whether a process is the server on this data folder; undefined where the system does not say. */
async function servesData(pid: number, data: string): Promise<boolean | undefined> {
  if (process.platform === "linux") {
    // A server's working directory is its data folder, even after that was moved; a dead child's is gone.
    const directory = await readlink(`/proc/${pid}/cwd`).catch((error: unknown) => error);
    return typeof directory === "string" ? directory === data : errorCode(directory) === "ENOENT" ? false : undefined;
  }
  const ps = promisify(execFile)("ps", ["-ww", "-o", "args=", "-p", String(pid)]);
  return ps.then(({ stdout }) => stdout.includes(data)).catch(() => undefined);
}

const errorCode = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);
