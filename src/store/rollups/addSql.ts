import { entityColumns, entityKinds, entityMinutes, rollups } from "./rollupTables.ts";

/**
 * The common table expressions that add to every roll-up: the rows of `fresh`, detections with a number `n` to count them by, and those of
 * `moved`, which only tell keys apart. `$1` is the tenant.
 */
export const addSql = (moved: boolean): string => `
  triage as (${upsert("triage", "severity, status, disposition", { keys: "severity, status, disposition", minutes: rollups.triage.minutes, moved })}),
  rule as (${upsert("rule", "rule_id, severity", { keys: "rule_id, severity", minutes: rollups.rule.minutes, moved })}),
  ${entityKinds.map((kind, place) => `entity${place} as (${entityUpsert(kind, place)})`).join(",\n  ")}`;

interface Upsert {
  readonly keys: string;
  readonly minutes: readonly number[];
  readonly moved: boolean;
}

// Sorted as the primary key is: neighbours in it lie side by side on disk too.
const upsert = (name: string, columns: string, { keys, minutes, moved }: Upsert): string => `
    insert into rollup_${name} as r (tenant_id, minutes, bucket, ${columns}, count)
    select $1::int, m, ${bucket}, ${keys}, sum(n)
    from (select time, ${keys}, n from fresh ${moved ? `union all select time, ${keys}, n from moved` : ""}) x
    cross join unnest(array[${minutes.join(", ")}]) m
    group by m, ${bucket}, ${keys} having sum(n) <> 0 order by m, ${bucket}, ${keys}
    on conflict (tenant_id, minutes, bucket, ${columns}) do update set count = r.count + excluded.count`;

const entityUpsert = (kind: (typeof entityKinds)[number], place: number): string => `
    insert into rollup_entity as r (tenant_id, kind, minutes, bucket, value, count)
    select $1::int, ${place}, m, ${bucket}, ${entityColumns[kind]}, sum(n)
    from fresh cross join unnest(array[${entityMinutes[kind].join(", ")}]) m
    where ${entityColumns[kind]} is not null
    group by m, ${bucket}, ${entityColumns[kind]} order by m, ${bucket}, ${entityColumns[kind]}
    on conflict (tenant_id, kind, minutes, bucket, value) do update set count = r.count + excluded.count`;

const bucket = "date_bin(make_interval(mins => m), time, 'epoch')";

/** What is read of a detection to count it. */
export const countedColumns = `time, rule_id, severity, status, disposition, ${Object.values(entityColumns).join(", ")}`;
