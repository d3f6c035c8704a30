import pg from "pg";
import type * as Events from "../../src/store/statements/insertEvents.ts";
import type { EventRow } from "../../src/store/statements/insertEvents.ts";
import type * as Uuids from "../../src/store/newUuid.ts";

const built = (path: string): Promise<unknown> => import(new URL(`../../dist/${path}`, import.meta.url).href);
const { insertEvents } = (await built("store/statements/insertEvents.js")) as typeof Events;
const { newUuid } = (await built("store/newUuid.js")) as typeof Uuids;

/** What PostgreSQL takes if nothing is done with the events but to store them. */
export interface Ceiling {
  /** Copies the rows again under new ids, so many a transaction, and returns how many that were a second. */
  readonly measure: (rowsPerTransaction: number) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Takes `count` of the events that the service has stored: the same rows, columns and all. */
export async function openCeiling(url: string, count: number): Promise<Ceiling> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<EventRow>(
    `select id, tenant_id as "tenantId", time, time_origin as "timeOrigin", product, coalesce(categories, '{}') as categories, service,
       other_services as "otherServices", host, user_name as "user", source_address as "sourceAddress", record
     from event order by id desc limit $1`,
    [count],
  );
  return {
    measure: async (rowsPerTransaction) => {
      const fresh = rows.map((row) => ({ ...row, id: newUuid(Date.now()) }));
      const started = performance.now();
      for (let from = 0; from < fresh.length; from += rowsPerTransaction) {
        await client.query("begin");
        await insertEvents(client, fresh.slice(from, from + rowsPerTransaction));
        await client.query("commit");
      }
      return fresh.length / ((performance.now() - started) / 1_000);
    },
    close: () => client.end(),
  };
}
