// How long dashboards wait for the service, over HTTP, at a constant rate: `npm run bench:api -- [--detections 200000] [--rps 200]
// [--seconds 30] [--rules PATH] [--keep DIR] [--profile DIR] [--json]`. Times are by the clock, those of a quiet machine; what CPU a request
// costs hardly depends on what else the machine does. --profile leaves a .cpuprofile of the service in DIR.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Answer, Order } from "./api/client.ts";
import { databaseCpuUs } from "./api/databaseCpu.ts";
import { fill } from "./api/fill.ts";
import { apiQuestions } from "./api/questions.ts";
import { median, rounded } from "./engine/measure.ts";
import { type Service, startService } from "./ingest/service.ts";

const { values: given } = parseArgs({
  options: {
    detections: { type: "string", default: "200000" },
    rps: { type: "string", default: "200" },
    seconds: { type: "string", default: "30" },
    rules: { type: "string" },
    keep: { type: "string" },
    profile: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const perSecond = Number(given.rps);
const names = apiQuestions.map(({ name }) => name);
const warmUpSeconds = 5;
const alone = { rounds: 7, perSecond: 20, requests: 60 };
const say = (line: string): void => console.error(line);

/** What was used from one moment to another. */
interface Used {
  readonly statements: number;
  readonly serviceUs: number;
  readonly databaseUs: number;
}

/** What a question costs when nothing else is asked. */
interface Price {
  readonly statements: number;
  readonly serviceMs: number;
  readonly databaseMs: number;
}

function startClient({ url, key }: Service) {
  const child = fork(fileURLToPath(new URL("./api/client.ts", import.meta.url)), [url, key]);
  const ended = once(child, "exit").then(() => Promise.reject(new Error("the client has ended")));
  ended.catch(() => undefined);
  return {
    run: async (order: Order): Promise<readonly Answer[]> => {
      child.send(order);
      const [answers] = (await Promise.race([once(child, "message"), ended])) as [readonly Answer[]];
      return answers;
    },
    stop: () => child.kill(),
  };
}

async function usedSoFar({ process: child }: Service, directory: string): Promise<Used> {
  child.send("what have you used?");
  const [{ statements, cpuUs }] = (await once(child, "message")) as [{ statements: number; cpuUs: number }];
  return { statements, serviceUs: cpuUs, databaseUs: databaseCpuUs(directory) };
}

async function measure(directory: string) {
  const service = await startService({
    ...{ rules: [], external: undefined, directory },
    nodeOptions: [
      ...["--import", new URL("./api/countStatements.mjs", import.meta.url).href],
      ...(given.profile === undefined ? [] : ["--cpu-prof", "--cpu-prof-dir", given.profile]),
    ],
  });
  const client = startClient(service);
  const run = async (order: Order) => {
    const before = await usedSoFar(service, directory);
    const answers = await client.run(order);
    const after = await usedSoFar(service, directory);
    const used: Used = {
      statements: after.statements - before.statements,
      serviceUs: after.serviceUs - before.serviceUs,
      databaseUs: after.databaseUs - before.databaseUs,
    };
    return { answers, used };
  };
  try {
    await run({ questions: names, perSecond, requests: perSecond * warmUpSeconds });
    say("each question alone");
    const prices = new Map<string, Price>();
    for (const name of names) prices.set(name, await priceOf(name, run));
    say(`all of them, ${perSecond} a second, for ${given.seconds} s`);
    const mix = await run({ questions: names, perSecond, requests: perSecond * Number(given.seconds) });
    return { prices, ...mix };
  } finally {
    client.stop();
    await service.stop();
  }
}

async function priceOf(
  name: string,
  run: (order: Order) => Promise<{ readonly answers: readonly Answer[]; readonly used: Used }>,
): Promise<Price> {
  const statements: number[] = [];
  // One at a time, and the median: the service has statements of its own to send in between.
  for (let round = 0; round < alone.rounds; round++) {
    statements.push((await run({ questions: [name], perSecond: 1, requests: 1 })).used.statements);
  }
  const { used } = await run({ questions: [name], ...alone });
  return {
    statements: median(statements),
    serviceMs: used.serviceUs / 1_000 / alone.requests,
    databaseMs: used.databaseUs / 1_000 / alone.requests,
  };
}

function row(answers: readonly Answer[], price: Price | undefined) {
  const times = answers.map(({ ms }) => ms).toSorted((one, other) => one - other);
  const at = (part: number) => rounded(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN);
  const points = answers.flatMap((answer) => answer.points ?? []);
  return {
    count: answers.length,
    errors: answers.filter(({ error }) => error !== undefined).length,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    ...(price && {
      statements: rounded(price.statements),
      serviceMs: rounded(price.serviceMs),
      databaseMs: rounded(price.databaseMs),
    }),
    points: Math.round(points.reduce((sum, one) => sum + one, 0) / points.length),
  };
}

function report({ prices, answers, used }: Awaited<ReturnType<typeof measure>>, load: string): void {
  const rows = new Map(
    names.map((name) => [
      name,
      row(
        answers.filter((answer) => answer.name === name),
        prices.get(name),
      ),
    ]),
  );
  // At the rate that was asked for, the service's work in the background included.
  const all = row(answers, {
    statements: used.statements / answers.length,
    serviceMs: used.serviceUs / 1_000 / answers.length,
    databaseMs: used.databaseUs / 1_000 / answers.length,
  });
  const lateMs = answers.map((answer) => answer.lateMs).toSorted((one, other) => one - other);
  const clientLateP99Ms = rounded(lateMs[Math.floor(lateMs.length * 0.99)] ?? NaN);
  const leastPointsLeft = Math.min(...answers.flatMap((answer) => answer.pointsLeft ?? []));
  if (given.json) {
    const settings = { detections: Number(given.detections), perSecond, seconds: Number(given.seconds), load };
    console.log(
      JSON.stringify({ ...settings, ...{ clientLateP99Ms, leastPointsLeft, all }, ...Object.fromEntries(rows) }),
    );
    return;
  }
  console.log(
    `${given.detections} detections, ${perSecond} requests a second; ${availableParallelism()} cores, load average ${load}`,
  );
  console.table(Object.fromEntries([...rows, ["all", all]]));
  console.log(`the client asked ${clientLateP99Ms} ms late at the 99th percentile, which is counted as waiting`);
  console.log(`the key's points were never fewer than ${leastPointsLeft}`);
  const [first] = answers.flatMap(({ name, error }) => (error === undefined ? [] : `${name}: ${error}`));
  if (first !== undefined) console.log(`the first error: ${first}`);
}

const directory = given.keep ?? mkdtempSync(join(tmpdir(), "detectql-bench-"));
try {
  await fill({ detections: Number(given.detections), keep: directory, rules: given.rules, say });
  const before = loadavg()[0] ?? NaN;
  const measured = await measure(directory);
  report(measured, `${before.toFixed(1)} before, ${(loadavg()[0] ?? NaN).toFixed(1)} after`);
} finally {
  if (given.keep === undefined) rmSync(directory, { recursive: true, force: true });
}
