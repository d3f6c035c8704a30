// A process that matches all events in its own thread whenever it is told to, and says what that took: see machine.ts.
import { cpuUs, pieces } from "../engine/measure.ts";
import { createMatcher } from "../engine/rooms.ts";
import { readKeyed, readRecords } from "./inputs.ts";
import type { Took } from "./machine.ts";

const tenant = 1;
const records = readRecords();
const matcher = createMatcher({ threads: 0, onFailure: (error) => console.error(error) });
matcher.setRules(tenant, { set: readKeyed() });

async function matchAll(): Promise<Took> {
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  for (const batch of pieces(records)) await matcher.match(tenant, batch);
  return { wallUs: (performance.now() - started) * 1e3, cpuUs: cpuUs(cpu) };
}

process.on("message", () => void matchAll().then((took) => process.send?.(took)));
process.send?.("ready");
