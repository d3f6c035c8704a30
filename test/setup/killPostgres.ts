import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { findPostmaster } from "../../src/store/embedded/postmaster.ts";

/** Kills the server on a data folder with all its processes, as a power cut would; its files stay as they are. */
export async function killPostgres(data: string): Promise<void> {
  const server = await findPostmaster(data);
  if (server === undefined) return;
  // Stopped first, it makes no more of them. Each is in a process group of its own: there is no shorter way.
  send(server.pid, "SIGSTOP");
  for (const pid of childrenOf(server.pid)) send(pid, "SIGKILL");
  send(server.pid, "SIGKILL");
}

function childrenOf(parent: number): readonly number[] {
  return processes().flatMap(([pid, of]) => (of === parent ? [pid] : []));
}

/** Each with its parent. Not every Linux has `ps`. */
function processes(): readonly (readonly [pid: number, parent: number])[] {
  if (process.platform !== "linux") {
    const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
    return lines.map((line) => line.trim().split(/\s+/).map(Number)).map(([pid = 0, parent = 0]) => [pid, parent]);
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)]);
}

/** @see proc_pid_stat(5): the parent comes second after the name, which is in parentheses and may have any character */
function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}
