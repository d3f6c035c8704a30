import type { Queryable } from "../queryable.ts";
import type { SlottedPiece } from "../rollups/coverSlots.ts";
import { rolledUpSql } from "../rollups/rolledUpSql.ts";
import { type CountKey, keyColumns } from "../rollups/rollupTables.ts";
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
  const { with: recent, rows } = rolledUpSql(
    {
      ...question,
      table: `rollup_${rollup}`,
      columns: needed.map((name) => ({ name, rolledUp: `r.${keyColumns[name]}`, live: `d.${keyColumns[name]}` })),
      changed: (column, which) => changedColumn(column.slice("d.".length), which),
    },
    bind,
  );
  const keys = by.map((key) => `, "${key}"`).join("");
  const conditions = (Object.entries(where) as [CountKey, readonly number[]][]).map(
    ([key, values]) => `"${key}" = any(${bind(values)}::int[])`,
  );
  const result = await db.query<CountRow>(
    `${recent} select slot${keys}, sum(n)::float8 as count from (${rows}) x
     ${conditions.length > 0 ? `where ${conditions.join(" and ")}` : ""}
     group by slot${keys} having sum(n) <> 0`,
    parameters,
  );
  return result.rows;
}

/** A rule never changes. */
const changedColumn = (column: string, which: "old" | "new"): string =>
  column === keyColumns.ruleId ? `c.${column}` : `c.${which}_${column}`;
