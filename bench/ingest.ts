// What the service takes, from the request to the commit, beside what PostgreSQL takes by COPY alone:
// `npm run bench:ingest -- [--rules PATH...] [--events FILE] [--external URL] [--rounds N] [--json]`.
// Without paths SigmaHQ's rules and OTRF's events are expected in ../shared/data. Sizes take turns, so that what else the machine does
// meets all alike; the medians are printed.
import { fork } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { present } from "./engine/inputs.ts";
import { median, rounded } from "./engine/measure.ts";
import { openCeiling } from "./ingest/ceiling.ts";
import type { Order, Sent } from "./ingest/client.ts";
import { startService } from "./ingest/service.ts";
import { rulePaths } from "./rulePaths.ts";

const shared = "../shared/data";
const { values: given, positionals } = parseArgs({
  options: {
    rules: { type: "string", multiple: true },
    events: { type: "string", default: `${shared}/events/otrf-windows.ndjson.gz` },
    external: { type: "string" },
    rounds: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const rules = rulePaths(given.rules, positionals);

const orders: readonly Order[] = [
  { eventsPerRequest: 1, events: 6_000, inFlight: 64 },
  { eventsPerRequest: 10, events: 15_000, inFlight: 32 },
  { eventsPerRequest: 100, events: 30_000, inFlight: 8 },
  { eventsPerRequest: 1_000, events: 40_000, inFlight: 4 },
];
const copied = { rows: 40_000, perTransaction: 1_000 };

type Measured = Sent & { readonly serviceUs: number };

function startClient(url: string, key: string) {
  const child = fork(fileURLToPath(new URL("./ingest/client.ts", import.meta.url)), [url, key, given.events]);
  let told: { resolve: (sent: unknown) => void; reject: (error: Error) => void } | undefined;
  const answer = () => new Promise<unknown>((resolve, reject) => (told = { resolve, reject }));
  child.on("message", (sent) => told?.resolve(sent));
  child.on("exit", () => told?.reject(new Error("the sender has ended")));
  return {
    ready: answer(),
    send: async (order: Order): Promise<Sent> => {
      const sent = answer();
      child.send(order);
      return (await sent) as Sent;
    },
    stop: () => child.kill(),
  };
}

async function measure() {
  const service = await startService({ rules, external: given.external });
  const client = startClient(service.url, service.key);
  try {
    await client.ready;
    const run = async (order: Order): Promise<Measured> => {
      const before = service.cpuUs();
      const sent = await client.send(order);
      return { ...sent, serviceUs: (service.cpuUs() - before) / order.events };
    };
    // The first pass warms up, and stores what the ceiling is measured with.
    for (const order of orders) await run(order);
    const ceiling = await openCeiling(service.databaseUrl, copied.rows);
    await ceiling.measure(copied.perTransaction);
    const passes = orders.map((order) => ({ order, measured: [] as Measured[] }));
    const copies: number[] = [];
    for (let round = 0; round < Number(given.rounds); round++) {
      for (const { order, measured } of passes) measured.push(await run(order));
      copies.push(await ceiling.measure(copied.perTransaction));
    }
    await ceiling.close();
    return { passes, copies };
  } finally {
    client.stop();
    await service.stop();
  }
}

function report({ passes, copies }: Awaited<ReturnType<typeof measure>>): void {
  const copy = median(copies);
  const of = (measured: readonly Measured[], read: (one: Measured) => number) => rounded(median(measured.map(read)));
  const rows = passes.map(({ order, measured }) => ({
    eventsPerRequest: order.eventsPerRequest,
    inFlight: order.inFlight,
    eventsPerSecond: of(measured, ({ eventsPerSecond }) => eventsPerSecond),
    toCopy: rounded(median(measured.map(({ eventsPerSecond }, round) => eventsPerSecond / (copies[round] ?? NaN)))),
    p50Ms: of(measured, ({ p50Ms }) => p50Ms),
    p99Ms: of(measured, ({ p99Ms }) => p99Ms),
    serviceUs: of(measured, ({ serviceUs }) => serviceUs),
    clientUs: of(measured, ({ clientUs }) => clientUs),
  }));
  const machine = { cores: availableParallelism(), loadAverage: loadavg()[0] ?? NaN };
  if (given.json) {
    console.log(JSON.stringify({ rounds: Number(given.rounds), copyRowsPerSecond: rounded(copy), rows, ...machine }));
    return;
  }
  console.log(
    `medians of ${given.rounds} rounds, ${machine.cores} cores, load average ${machine.loadAverage.toFixed(1)}`,
  );
  console.table(rows);
  console.log(`bare COPY of the same rows, ${copied.perTransaction} a transaction: ${Math.round(copy)} rows/s`);
}

const needed = [...rules, given.events];
if (present(needed).length === needed.length) report(await measure());
