// Detections by the million, made by the database itself: nothing is matched.
import type { Queryable } from "../../src/store/index.ts";

export const days = 30;
const dayMs = 86_400_000;

export interface Load {
  readonly tenantId: number;
  readonly detections: number;
  readonly now: Date;
  /** Row ids of rules, and how often each fires against the others. */
  readonly rules: readonly { readonly id: number; readonly weight: number }[];
}

/** Fills the days up to now, each with its share, in the order of arrival. Hosts, users and addresses are skewed; one detection in a hundred is late. */
export async function loadDetections(db: Queryable, load: Load, say: (line: string) => void): Promise<void> {
  await db.query("set statement_timeout = 0");
  await db.query("set synchronous_commit = off");
  const total = load.rules.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  const bounds = load.rules.map(({ weight }) => (sum += weight) / total);
  const ids = load.rules.map(({ id }) => id);
  const perDay = Math.ceil(load.detections / days);
  const end = load.now.getTime();
  for (let day = 0; day < days; day++) {
    const from = end - (days - day) * dayMs;
    for (const at of [from, from + dayMs])
      await db.query("select ensure_partition('event', $1::date), ensure_partition('detection', $1::date)", [
        new Date(at).toISOString().slice(0, 10),
      ]);
    await db.query(insertDay, [load.tenantId, day * perDay, perDay, from, dayMs / perDay, ids, [0, ...bounds]]);
    if (day % 5 === 4) say(`${(day + 1) * perDay} detections`);
  }
  await db.query("update detection_sequence set last = $2 where tenant_id = $1", [load.tenantId, perDay * days]);
  await db.query(insertActivities, [load.tenantId]);
}

const insertDay = `
insert into detection (id, tenant_id, sequence, time, rule_id, revision, event_id, severity, status, disposition, host, user_name,
  source_address, evidence, version, updated_at)
select (hex || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid, $1, $2::bigint + n,
  to_timestamp((ms - case when late < 0.01 then late * 8.64e9 else late * 5000 end) / 1000), r.id, 1,
  (hex || '7' || substr(hash, 1, 3) || '9' || substr(hash, 4, 15))::uuid, r.severity,
  case when triaged < 0.02 then 1 when triaged < 0.1 then 2 else 0 end,
  case when triaged between 0.02 and 0.1 then 1 + floor((triaged - 0.02) * 50)::int % 4 else 0 end,
  'WS-' || lpad(floor(5000 * host * host)::text, 5, '0') || '.corp.example',
  case when who < 0.85 then 'CORP\\user' || floor(8000 * power(who / 0.85, 2)) end,
  case when whence < 0.6 then '10.' || floor(80 * power(whence / 0.6, 2)) || '.' || floor(whence * 1e8)::int % 100 || '.7' end,
  '{"items":[{"selection":"selection","field":"CommandLine","value":"cmd.exe /c whoami ' || n || '","valueLength":40,"pattern":"*whoami*"}],"omitted":0}',
  1, to_timestamp(ms / 1000.0)
from (
  select n, ms, lpad(to_hex(ms), 12, '0') as hex, md5($2::text || n) as hash, random() as late, random() as triaged, random() as host,
    random() as who, random() as whence, width_bucket(random(), $7::float8[]) as place
  from (select n, ($4::bigint + floor(n * $5::float8))::bigint as ms from generate_series(1, $3::int) n) numbered
) drawn
join (select ordinality as place, id, (array[0, 1, 2, 2, 3, 3, 2, 1, 3, 4])[1 + (ordinality - 1) % 10] as severity
  from unnest($6::int[]) with ordinality as t (id, ordinality)) r using (place)
order by n`;

/** Who is not NEW any more was made so by somebody. */
const insertActivities = `
insert into detection_activity (id, tenant_id, detection_id, at, actor, kind, old, new)
select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(id::text), 1, 3) || '8' || substr(md5(id::text), 4, 15))::uuid,
  $1, id, at, 'bench', 'STATUS', 'NEW', case status when 1 then 'IN_PROGRESS' else 'CLOSED' end
from (select id, status, updated_at + make_interval(secs => random() * 7200) as at from detection where tenant_id = $1 and status > 0) d`;
