import pg from "pg";
import type { Batch, Ledger } from "./load.ts";

/** What should be empty after a fault, whatever it was. */
export interface Faults {
  /** Acknowledged events that are not there, or without all their detections. */
  readonly lost: readonly string[];
  /** Events or detections that are there more than once. */
  readonly twice: readonly string[];
  /** Batches of which a part is there. */
  readonly half: readonly string[];
  /** Events that nobody sent, and detections without an event. */
  readonly strange: readonly string[];
  /** The numbers of detections must be 1, 2, 3 ... */
  readonly sequence: readonly string[];
  readonly complaints: readonly string[];
}

export const noFaults: Faults = { lost: [], twice: [], half: [], strange: [], sequence: [], complaints: [] };

interface Stored {
  readonly events: number;
  readonly detections: number;
  readonly rules: number;
}

/** Compares what senders were told with what is stored. */
export async function findFaults(url: string, ledger: Ledger): Promise<Faults> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const stored = await readStored(client);
    const batches = [...ledger.acknowledged, ...ledger.unsure];
    const sent = new Set(batches.flatMap(({ hosts }) => hosts));
    const lonely = await client.query<{ id: string }>(
      "select d.id from detection d where not exists (select from event e where e.id = d.event_id)",
    );
    return {
      lost: [...ledger.acknowledged.flatMap((batch) => lostOf(batch, stored)), ...(await unnamed(client, ledger))],
      twice: [...stored].filter(([, one]) => one.events > 1 || one.detections > one.rules).map(([host]) => host),
      half: ledger.unsure.filter((batch) => isHalf(batch, stored)).map(({ hosts }) => hosts.join()),
      strange: [...[...stored.keys()].filter((host) => !sent.has(host)), ...lonely.rows.map(({ id }) => id)],
      sequence: await sequenceFaults(client),
      complaints: ledger.complaints,
    };
  } finally {
    await client.end();
  }
}

async function readStored(client: pg.Client): Promise<ReadonlyMap<string, Stored>> {
  const { rows } = await client.query<Stored & { host: string }>(
    `select coalesce(e.host, d.host) as host, coalesce(e.count, 0) as events, coalesce(d.count, 0) as detections,
       coalesce(d.rules, 0) as rules
     from (select host, count(*)::int as count from event group by host) e
     full join (select host, count(*)::int as count, count(distinct rule_id)::int as rules from detection group by host) d
       on e.host = d.host`,
  );
  return new Map(rows.map(({ host, ...one }) => [host, one]));
}

const lostOf = ({ hosts, expected }: Batch, stored: ReadonlyMap<string, Stored>): readonly string[] =>
  hosts.filter((host, place) => {
    const one = stored.get(host);
    return one === undefined || one.events === 0 || one.rules !== expected[place];
  });

/** A batch is stored with its detections or not at all. */
function isHalf(batch: Batch, stored: ReadonlyMap<string, Stored>): boolean {
  const lost = lostOf(batch, stored).length;
  const traces = batch.hosts.filter((host) => stored.has(host)).length;
  return !(lost === 0 || traces === 0);
}

/** Detections that an answer named and that are not there. */
async function unnamed(client: pg.Client, { detections }: Ledger): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    "select id from unnest($1::uuid[]) as named (id) where not exists (select from detection d where d.id = named.id)",
    [detections],
  );
  return rows.map(({ id }) => id);
}

async function sequenceFaults(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ fault: string }>(
    `select format('%s stands at place %s', sequence, place) as fault
     from (select sequence, row_number() over (order by sequence) as place from detection) numbered
     where sequence <> place order by place limit 5`,
  );
  return rows.map(({ fault }) => fault);
}
