import { readdirSync, readFileSync } from "node:fs";

const tasks = "/proc/self/task";

/** The kernel's ids of the threads of this process; none where there is no /proc. */
export function threadIds(): readonly string[] {
  try {
    return readdirSync(tasks);
  } catch {
    return [];
  }
}

/** How long threads of this process have run so far, in microseconds; NaN where the kernel does not tell. */
export function threadCpuUs(ids: readonly string[]): number {
  return ids.reduce((total, id) => total + ranNs(id) / 1e3, ids.length === 0 ? NaN : 0);
}

/** A helper may have ended since it was listed. */
function ranNs(id: string): number {
  try {
    return Number(readFileSync(`${tasks}/${id}/schedstat`, "utf8").split(" ")[0]);
  } catch {
    return 0;
  }
}
