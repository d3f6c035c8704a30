import type { Database } from "../../src/store/index.ts";
import { createUuidSource } from "../../src/store/uuid.ts";

/** A detection as a test wants it. */
export interface MadeDetection {
  readonly ruleId: number;
  readonly time: Date;
  /** Of the event, by which it is listed. */
  readonly arrival: Date;
  readonly severity?: number;
  readonly status?: number;
  readonly disposition?: number;
  readonly isTest?: boolean;
  readonly host?: string | null;
  readonly user?: string | null;
  readonly sourceAddress?: string | null;
}

const newUuid = createUuidSource();

/** Stores detections of no events in one transaction, in the order given, and returns their ids. */
export async function makeDetections(
  { pool }: Pick<Database, "pool">,
  tenantId: number,
  made: readonly MadeDetection[],
): Promise<readonly string[]> {
  const rows = made.map((one) => ({
    status: 0,
    disposition: 0,
    severity: 2,
    isTest: false,
    host: null,
    user: null,
    sourceAddress: null,
    ...one,
    id: newUuid(one.arrival.getTime()),
  }));
  await pool.query(
    `with taken as (
       update detection_sequence set last = last + $2 where tenant_id = $1 returning last - $2 as before
     )
     insert into detection (id, tenant_id, sequence, time, rule_id, revision, event_id, severity, status, disposition, is_test, host,
       user_name, source_address, evidence, updated_at)
     select r.id, $1, taken.before + r.place, r.time, r."ruleId", 1, r.id, r.severity, r.status, r.disposition, r."isTest", r.host, r."user",
       r."sourceAddress", '{"items":[],"omitted":0}', r.arrival
     from taken, rows from (json_to_recordset($3) as (id uuid, time timestamptz, arrival timestamptz, "ruleId" int, severity smallint,
       status smallint, disposition smallint, "isTest" boolean, host text, "user" text, "sourceAddress" text)) with ordinality
       as r (id, time, arrival, "ruleId", severity, status, disposition, "isTest", host, "user", "sourceAddress", place)`,
    [tenantId, made.length, JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}
