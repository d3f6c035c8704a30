// How many events a second threads match, and what a second thread adds: `npm run bench:matching`. By the clock only a machine that does
// nothing else can say it; CPU is told as well, of the caller's thread, of the matching threads and of V8's helpers (garbage collection,
// compiling), which share two cores. SigmaHQ's rules and OTRF's events are expected in ../shared/data.
import { availableParallelism } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { MatchableRecord, Matcher } from "../src/matching/index.ts";
import { present } from "./engine/inputs.ts";
import { median, pieces } from "./engine/measure.ts";
import { createMatcher } from "./engine/rooms.ts";
import { needed, readKeyed, readRecords } from "./matching/inputs.ts";
import { measureMachine } from "./matching/machine.ts";
import { threadCpuUs, threadIds } from "./matching/threadCpu.ts";

const tenant = 1;
const passes = 5;
/** In which code is compiled: by each thread for itself, which of two sees but half of the events. */
const warmUps = 10;
/** As requests come: large ones, several at once, each of which has its answer before its sender sends the next. */
const batchSize = 2_000;
const senders = 8;

/** Whose CPU a pass has used, in microseconds an event. */
interface Cpu {
  readonly callerUs: number;
  readonly threadsUs: number;
  readonly helpersUs: number;
}

interface Pass extends Cpu {
  readonly eventsPerSecond: number;
  /** The longest that the caller's own thread was kept from other work. */
  readonly heldMs: number;
}

interface Crew {
  readonly threads: number;
  readonly matcher: Matcher;
  /** Its threads, by the kernel's ids. */
  readonly ids: readonly string[];
  readonly measured: Pass[];
}

function startCrew(threads: number): Crew {
  const others = threadIds();
  const matcher = createMatcher({ threads, onFailure: (error) => console.error(error) });
  return { threads, matcher, ids: threadIds().filter((id) => !others.includes(id)), measured: [] };
}

const caller = String(process.pid);
const readCpu = (crews: readonly Crew[], { ids }: Crew): Cpu => ({
  callerUs: threadCpuUs([caller]),
  threadsUs: ids.length === 0 ? 0 : threadCpuUs(ids),
  helpersUs: threadCpuUs(threadIds().filter((id) => id !== caller && !crews.some((one) => one.ids.includes(id)))),
});

async function matchAll(crews: readonly Crew[], crew: Crew, records: readonly MatchableRecord[]): Promise<Pass> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const before = readCpu(crews, crew);
  const started = performance.now();
  const batches = pieces(records, batchSize);
  const send = async (): Promise<void> => {
    for (const batch of batches) await crew.matcher.match(tenant, batch);
  };
  await Promise.all(Array.from({ length: senders }, send));
  const seconds = (performance.now() - started) / 1_000;
  const after = readCpu(crews, crew);
  delay.disable();
  const used = (who: keyof Cpu) => (after[who] - before[who]) / records.length;
  return {
    eventsPerSecond: records.length / seconds,
    heldMs: delay.max / 1e6,
    callerUs: used("callerUs"),
    threadsUs: used("threadsUs"),
    helpersUs: used("helpersUs"),
  };
}

/** The medians of a crew's passes, printed. */
function tell({ threads, measured }: Crew): Pass {
  const of = (figure: keyof Pass) => median(measured.map((pass) => pass[figure]));
  const [callerUs, threadsUs, helpersUs] = [of("callerUs"), of("threadsUs"), of("helpersUs")];
  const [eventsPerSecond, heldMs] = [of("eventsPerSecond"), of("heldMs")];
  const cpu = `caller ${callerUs.toFixed(2)}, threads ${threadsUs.toFixed(2)}, helpers ${helpersUs.toFixed(2)}`;
  console.log(
    `${threads} threads: ${Math.round(eventsPerSecond)} events/s, the caller held up for ${heldMs.toFixed(1)} ms at most; µs an event: ${cpu}`,
  );
  return { eventsPerSecond, heldMs, callerUs, threadsUs, helpersUs };
}

const allUs = ({ callerUs, threadsUs, helpersUs }: Cpu): number => callerUs + threadsUs + helpersUs;

/** What two threads are to one on two cores that do nothing else and never wait: one leaves the second core to all that is not its own. */
const ratioByCpu = (one: Cpu, two: Cpu): number => Math.max(one.threadsUs, allUs(one) / 2) / (allUs(two) / 2);

async function report(): Promise<void> {
  const [set, records] = [readKeyed(), readRecords()];
  console.log(`${set.length} rules, ${records.length} events, ${availableParallelism()} cores; medians of ${passes}`);
  const crews = [0, 1, 2].map(startCrew);
  for (const { matcher } of crews) matcher.setRules(tenant, { set });
  // In turn, so that what else the machine does meets all alike.
  for (let pass = 0; pass < warmUps + passes; pass++) {
    for (const crew of crews) {
      const result = await matchAll(crews, crew, records);
      if (pass >= warmUps) crew.measured.push(result);
    }
  }
  const [, one, two] = crews.map(tell);
  await Promise.all(crews.map(({ matcher }) => matcher.close()));
  if (!one || !two) return;
  const byClock = (two.eventsPerSecond / one.eventsPerSecond).toFixed(2);
  console.log(`two threads to one: ${byClock} by the clock, ${ratioByCpu(one, two).toFixed(2)} by CPU`);
  const machine = await measureMachine(passes);
  console.log(
    `two processes to one, what this machine can give: ${machine.byClock.toFixed(2)} by the clock, ${machine.byCpu.toFixed(2)} by CPU`,
  );
}

if (present(needed).length === needed.length) await report();
