import type { Queryable } from "../queryable.ts";
import type { SlottedPiece } from "../rollups/coverSlots.ts";
import { rolledUpSql } from "../rollups/rolledUpSql.ts";
import { type CountKey, keyColumns, rollups } from "../rollups/rollupTables.ts";
import { runKept } from "../runKept.ts";
import type { RollupProgress } from "./selectRollupProgress.ts";

/** A question to the roll-ups. */
export interface RollupQuestion extends RollupProgress {
  readonly tenantId: number;
  readonly pieces: readonly SlottedPiece[];
  readonly boundsMs: readonly number[];
}

/** Values of keys that are counted; a key that is absent does not matter. */
export type CountCondition = Readonly<Partial<Record<CountKey, readonly number[]>>>;

/** How many detections a slot has, by the keys that were asked for; the others are absent. */
export interface CountRow extends Readonly<Partial<Record<CountKey, number>>> {
  /** From 1. */
  readonly slot: number;
  readonly count: number;
}

/** Counts detections by slots and keys, from the roll-up named. What is not there counts nothing. */
export async function selectRollupCounts(
  db: Queryable,
  question: RollupQuestion,
  {
    rollup,
    by,
    where,
  }: { readonly rollup: "triage" | "rule"; readonly by: readonly CountKey[]; readonly where: CountCondition },
): Promise<CountRow[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const needed = [...new Set([...by, ...(Object.keys(where) as CountKey[])])];
  const fewRules = where.ruleId && where.ruleId.length <= mostLookedUp ? where.ruleId : undefined;
  const { with: before, rows } = rolledUpSql(
    {
      ...question,
      table: `rollup_${rollup}`,
      minutes: rollups[rollup].minutes,
      columns: needed.map((name) => ({ name, rolledUp: `r.${keyColumns[name]}`, live: `d.${keyColumns[name]}` })),
      ...(fewRules && { condition: `r.rule_id = any(${bind(fewRules)}::int[])` }),
      changed: (column, which) => changedColumn(column.slice("d.".length), which),
    },
    bind,
  );
  const names = ["slot", ...by] as const;
  const keys = names.map((name) => `"${name}"`).join(", ");
  const conditions = (Object.entries(where) as [CountKey, readonly number[]][]).map((entry) => isIn(entry, bind));
  const arrays = [...names, "count"].map((name) => `array_agg("${name}")::text as "${name}"`).join(", ");
  const [columns = {}] = await runKept<Columns>(
    db,
    // One row: thousands cost more to pass on than to count. Offset 0: what is asked of rules must not become the way to find detections beside
    // whole buckets, which are few by their time.
    `${before} select ${arrays} from (
       select ${keys}, sum(n) as count from (select * from (${rows}) r offset 0) x
       ${conditions.length > 0 ? `where ${conditions.join(" and ")}` : ""}
       group by ${keys} having sum(n) <> 0
     ) y`,
    parameters,
  );
  return rowsOf(columns, [...names, "count"]);
}

/** So many rules are looked up in each bucket; of more, what the buckets have is gone through. */
const mostLookedUp = 64;

/** Arrays of whole numbers, as PostgreSQL writes them; null where there are no rows. */
type Columns = Partial<Record<keyof CountRow, string | null>>;

function rowsOf(columns: Columns, names: readonly (keyof CountRow)[]): CountRow[] {
  const arrays = names.map((name) => numbers(columns[name] ?? "{}"));
  const counts = arrays.at(-1) ?? [];
  return counts.map((count, place) => {
    const row: Partial<Record<keyof CountRow, number>> & { slot: number; count: number } = { slot: 0, count };
    names.forEach((name, column) => (row[name] = arrays[column]?.[place] ?? 0));
    return row;
  });
}

const numbers = (array: string): number[] => JSON.parse(`[${array.slice(1, -1)}]`) as number[];

/** Rules may be thousands: as a table they are looked up, as a list gone through. */
const isIn = ([key, values]: readonly [CountKey, readonly number[]], bind: (value: unknown) => string): string =>
  key === "ruleId" ? `"${key}" in (select unnest(${bind(values)}::int[]))` : `"${key}" = any(${bind(values)}::int[])`;

/** A rule never changes. */
const changedColumn = (column: string, which: "old" | "new"): string =>
  column === keyColumns.ruleId ? `c.${column}` : `c.${which}_${column}`;
