// How long dashboards wait, at so many detections over 30 days, on the embedded PostgreSQL with its ordinary settings.
// `npm run bench:query -- [--detections N] [--rounds N] [--rules PATH] [--keep DIR] [--json] [--explain] [--only TEXT]`. Times are by the clock, those of a quiet
// machine; what takes longer than it must, at the 99th percentile, shows its plans, with --explain everything over 25 ms does.
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { explain, measure, type Timing } from "./query/measure.ts";
import { openBench } from "./query/open.ts";
import { type Question, questions } from "./query/questions.ts";
import { rollUp } from "./query/rooms.ts";

const { values } = parseArgs({
  options: {
    detections: { type: "string", default: "5000000" },
    rounds: { type: "string", default: "100" },
    rules: { type: "string" },
    keep: { type: "string" },
    json: { type: "boolean", default: false },
    explain: { type: "boolean", default: false },
    only: { type: "string" },
  },
  allowPositionals: true,
});

const slowMs = 25;
const say = (line: string): void => console.error(line);
const rooms = await openBench({ detections: Number(values.detections), keep: values.keep, rules: values.rules, say });
try {
  const started = performance.now();
  await rollUp(rooms.database);
  say(`rolled up in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
  await rooms.database.pool.query("vacuum analyze rollup_triage");
  await rooms.database.pool.query("vacuum analyze rollup_rule");
  await rooms.database.pool.query("vacuum analyze rollup_entity");
  say(await sizes());
  console.log(
    `${rooms.detections} detections over 30 days; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1) ?? ""}`,
  );
  console.log("ms: p50, p99, best by the clock; CPU time, which does not count what else runs");
  const results = [];
  for (const question of (await questions(rooms)).filter(({ name }) => name.includes(values.only ?? ""))) {
    const timing = await measure(rooms.database, question.run, Number(values.rounds));
    print(question, timing);
    results.push({ name: question.name, ...timing, ...(question.mustMs !== undefined && { mustMs: question.mustMs }) });
    const isSlow = timing.p99 > (values.explain ? slowMs : (question.mustMs ?? Infinity));
    if (isSlow)
      for (const plan of await explain(rooms.database, () => question.run(0)))
        console.log(plan.replace(/^/gm, "    | "));
  }
  if (values.json) console.log(JSON.stringify({ detections: rooms.detections, load: loadavg()[0], results }));
} finally {
  await rooms.close();
}

function print({ name, mustMs }: Question, { p50, p99, best, cpu }: Timing): void {
  const cell = (ms: number) => ms.toFixed(1).padStart(9);
  const verdict =
    mustMs === undefined ? "" : p99 <= mustMs ? `  (at most ${mustMs})` : `  TOO SLOW (at most ${mustMs})`;
  console.log(`${cell(p50)}${cell(p99)}${cell(best)}${cell(cpu)}  ${name}${verdict}`);
}

async function sizes(): Promise<string> {
  const { rows } = await rooms.database.pool.query<{ name: string; size: string; rows: string }>(
    `select c.relname as name, pg_size_pretty(sum(pg_total_relation_size(coalesce(i.inhrelid, c.oid)))) as size,
       sum(greatest(p.reltuples, 0))::bigint::text as rows
     from pg_class c left join pg_inherits i on i.inhparent = c.oid join pg_class p on p.oid = coalesce(i.inhrelid, c.oid)
     where c.relname in ('detection', 'rollup_triage', 'rollup_rule', 'rollup_entity') group by c.relname order by c.relname`,
  );
  return rows.map(({ name, size, rows: count }) => `${name}: ${count} rows, ${size}`).join("\n");
}
