import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const tickUs = 10_000;

/** CPU that an embedded server has used so far, all its processes together, in microseconds; NaN where there is no /proc. */
export function databaseCpuUs(directory: string): number {
  try {
    const [pid = ""] = readFileSync(join(directory, "postgres", "18", "data", "postmaster.pid"), "utf8").split("\n");
    const own = statOf(pid);
    // Those that have ended are in what their parent has waited for.
    const ended = own.endedTicks;
    const running = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(read)
      .filter((stat) => stat?.parent === pid)
      .reduce((sum, stat) => sum + (stat?.ticks ?? 0), 0);
    return (own.ticks + ended + running) * tickUs;
  } catch {
    return NaN;
  }
}

function statOf(pid: string) {
  // The name before may hold spaces, and ends with a bracket.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return {
    parent: fields[1] ?? "",
    ticks: Number(fields[11]) + Number(fields[12]),
    endedTicks: Number(fields[13]) + Number(fields[14]),
  };
}

/** Processes may end while they are listed. */
function read(pid: string): ReturnType<typeof statOf> | undefined {
  try {
    return statOf(pid);
  } catch {
    return undefined;
  }
}
