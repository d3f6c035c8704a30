import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { ruleYaml, scriptBlock } from "../setup/samples.ts";
import { createDatabase } from "../setup/database.ts";
import { query } from "../setup/postgres.ts";
import { findFaults, noFaults } from "./findFaults.ts";
import { addRules, deliver, type Ledger, type Load, makeBatch, merged, post, startLoad } from "./load.ts";
import { chance, seeded } from "./random.ts";
import { type Service, startService } from "./service.ts";

let url: string;
let services: readonly [Service, Service];

beforeAll(async () => {
  url = await createDatabase(inject("postgres").template);
  const env = { DATABASE_URL: url, DETECTQL_POOL_SIZE: "5" };
  services = await Promise.all([startService(env), startService(env)]);
  await addRules(services[0]);
}, 180_000);

afterAll(async () => {
  await Promise.all(services.map((service) => service.end()));
  await query(inject("postgres").url, `drop database ${new URL(url).pathname.slice(1)} with (force)`);
}, 60_000);

async function graphql(service: Service, text: string, variables: object = {}): Promise<string> {
  const headers = { authorization: `Bearer ${service.key}`, "content-type": "application/json" };
  const body = JSON.stringify({ query: text, variables });
  return await (await fetch(`${service.url()}/graphql`, { method: "POST", headers, body })).text();
}

/** What one process changes, the other learns within moments. */
async function knowsRules(service: Service, count: number): Promise<void> {
  const asked = () => graphql(service, "{ rules { totalCount } }");
  await expect.poll(asked, { timeout: 30_000 }).toContain(`"totalCount":${count}`);
}

/** Follows the detections as a reader does, and writes down where the numbers do not follow each other. */
async function follow(): Promise<{ readonly stop: () => Promise<{ seen: number; gaps: readonly string[] }> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const gaps: string[] = [];
  let seen = 0;
  const look = async () => {
    const { rows } = await client.query<{ sequence: string }>(
      "select sequence from detection where sequence > $1 order by sequence",
      [seen],
    );
    for (const { sequence } of rows) {
      if (Number(sequence) !== seen + 1) gaps.push(`${sequence} comes after ${seen}`);
      seen = Number(sequence);
    }
  };
  const stopping = new AbortController();
  const following = (async () => {
    while (!stopping.signal.aborted) await look();
    await look();
    await client.end();
  })();
  return {
    stop: async () => {
      stopping.abort();
      await following;
      return { seen, gaps };
    },
  };
}

const emptyLedger = (): Ledger => ({ acknowledged: [], unsure: [], detections: [], complaints: [] });

const acknowledged = (loads: readonly Load[]) => loads.reduce((sum, { ledger }) => sum + ledger.acknowledged.length, 0);

test(
  "two processes write and change rules at once: all is there once, and a reader that follows meets no gap",
  () =>
    seeded(async () => {
      for (const service of services) await knowsRules(service, 2);
      const reader = await follow();
      // The senders of the second are others: what they send has another name.
      const loads = services.map((service, place) => startLoad(service, { senders: 3, name: `p${place}` }));
      for (let change = 0; change < 4; change++) {
        const service = services[change % 2] ?? services[0];
        const id = `00000000-0000-4000-8000-0000000001${change}0`;
        const yaml = ruleYaml({ id, title: `Change ${change}`, needle: `never-sent-${change}` });
        const add = "mutation Add($yaml: String!) { createRule(yaml: $yaml) { rule { id } userErrors { message } } }";
        expect(await graphql(service, add, { yaml })).toContain(id);
        const wanted = acknowledged(loads) + 10;
        await expect.poll(() => acknowledged(loads) >= wanted, { timeout: 60_000 }).toBe(true);
      }
      await Promise.all(loads.map((load) => load.stop()));
      const ledger = merged(loads.map((load) => load.ledger));
      expect(await findFaults(url, ledger)).toEqual(noFaults);
      const { seen, gaps } = await reader.stop();
      expect(gaps).toEqual([]);
      const [row] = await query(url, "select count(*)::int as count from detection");
      expect(row).toEqual({ count: seen });
    }),
  180_000,
);

test(
  "the same batch, sent to both at once, is stored once",
  () =>
    seeded(async () => {
      const draw = chance(50);
      for (let round = 0; round < 10; round++) {
        const ledger = emptyLedger();
        const batch = makeBatch(`both-${round}`, true, draw);
        await Promise.all(services.map((service) => deliver(service, batch, ledger)));
        expect(ledger.complaints).toEqual([]);
        const hosts = await query(url, `select host from event where host like 'both-${round}-%'`);
        expect(hosts.map(({ host }) => host).toSorted()).toEqual([...batch.hosts].toSorted());
      }
    }),
  60_000,
);

test("a rule that one process was given matches in both", async () => {
  const id = "00000000-0000-4000-8000-000000000999";
  const yaml = ruleYaml({ id, title: "Late", needle: "late-needle" });
  await graphql(services[0], "mutation Add($yaml: String!) { createRule(yaml: $yaml) { rule { id } } }", { yaml });
  const matches = async (service: Service) =>
    (await post(service, JSON.stringify(scriptBlock({ script: "late-needle" })))).text;
  // At once where it was given; elsewhere as soon as the news is there.
  expect(await matches(services[0])).toContain(id);
  await expect.poll(() => matches(services[1]), { timeout: 30_000 }).toContain(id);
});
