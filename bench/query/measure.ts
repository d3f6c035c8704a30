import { readFileSync } from "node:fs";
import type { Database } from "../../src/store/index.ts";

/** How long something takes, in milliseconds. */
export interface Timing {
  /** By the clock. */
  readonly p50: number;
  readonly p99: number;
  readonly best: number;
  /** CPU time of the database and of this process, the mean: what others do on the machine does not count. */
  readonly cpu: number;
}

/** As in a service that has run for a minute: code is compiled, each connection has planned what it is asked. */
const warmUp = 40;

/** Runs it many times, each a little different, after some that do not count. */
export async function measure(
  database: Database,
  run: (round: number) => Promise<unknown>,
  rounds: number,
): Promise<Timing> {
  for (let round = 0; round < warmUp; round++) await run(round);
  const times: number[] = [];
  const cpuBefore = await cpuMs(database);
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await run(round);
    times.push(performance.now() - started);
  }
  const cpu = ((await cpuMs(database)) - cpuBefore) / rounds;
  times.sort((one, other) => one - other);
  // The nearest rank: so many of all took at most this.
  const at = (part: number) => times[Math.max(0, Math.ceil(times.length * part) - 1)] ?? 0;
  return { p50: at(0.5), p99: at(0.99), best: at(0), cpu };
}

const tickMs = 10;

/** Since they began; NaN where there is no /proc. */
async function cpuMs({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>(
    "select pid from pg_stat_activity where backend_type = 'client backend'",
  );
  const { user, system } = process.cpuUsage();
  return rows.reduce((sum, { pid }) => sum + ticksOf(pid) * tickMs, (user + system) / 1_000);
}

/** User and system time of a process; its name, which may hold spaces, ends with a bracket. */
function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return Number.NaN;
  }
}

/** The plans of the statements of one run, with their times: as they are for these values, also where connections keep others. */
export async function explain({ reads }: Database, run: () => Promise<unknown>): Promise<readonly string[]> {
  const plans: string[] = [];
  const explaining = (query: Query): Query => {
    return async (asked, given) => {
      const { text, values } = typeof asked === "string" ? { text: asked, values: given } : asked;
      if (/^\s*(select|with)/.test(text)) {
        const { rows } = (await query(`explain (analyze, costs off) ${text}`, values)) as Plan;
        plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
      }
      return await query(asked, given);
    };
  };
  const connect = reads.connect.bind(reads) as (callback?: unknown) => Promise<Client>;
  const single = reads.query.bind(reads) as unknown as Query;
  const lent: Client[] = [];
  const lend = async (): Promise<Client> => {
    const client = await connect();
    client.query = explaining(client.query.bind(client));
    lent.push(client);
    return client;
  };
  Object.assign(reads, {
    // The pool itself connects with a callback.
    connect: (callback?: unknown) => (callback === undefined ? lend() : connect(callback)),
    query: explaining(single),
  });
  try {
    await run();
  } finally {
    Object.assign(reads, { connect, query: single });
    for (const client of lent) Reflect.deleteProperty(client, "query");
  }
  return plans;
}

type Query = (
  asked: string | { readonly text: string; readonly values: readonly unknown[] },
  given?: unknown,
) => Promise<unknown>;

interface Client {
  query: Query;
}

interface Plan {
  readonly rows: readonly { readonly "QUERY PLAN": string }[];
}
