import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { median } from "../engine/measure.ts";

/** What matching all events took a process. */
export interface Took {
  readonly wallUs: number;
  readonly cpuUs: number;
}

/** What a second core adds where nothing is shared but the machine: its memory, its caches, its clock rate. */
export interface Machine {
  readonly byClock: number;
  /** The same if each had a core for itself: only what the CPU did more slowly counts. */
  readonly byCpu: number;
}

/** In which code is compiled. */
const warmUps = 5;

/** Two processes, each with rules and events of its own, against one of them. No threads can do better than that. */
export async function measureMachine(passes: number): Promise<Machine> {
  const pair = [start(), start()] as const;
  await Promise.all(pair.map((child) => once(child, "message")));
  const alone: Took[] = [];
  const together: Took[] = [];
  for (let pass = 0; pass < warmUps; pass++) await Promise.all(pair.map(matchAll));
  for (let pass = 0; pass < passes; pass++) {
    alone.push(await matchAll(pair[0]));
    together.push(...(await Promise.all(pair.map(matchAll))));
  }
  for (const child of pair) child.kill();
  const ratio = (of: keyof Took) =>
    (2 * median(alone.map((took) => took[of]))) / median(together.map((took) => took[of]));
  return { byClock: ratio("wallUs"), byCpu: ratio("cpuUs") };
}

const start = (): ChildProcess => fork(fileURLToPath(new URL("./process.ts", import.meta.url)));

async function matchAll(child: ChildProcess): Promise<Took> {
  child.send("match");
  const [took] = (await once(child, "message")) as [Took];
  return took;
}
