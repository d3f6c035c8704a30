import type { Queryable } from "../queryable.ts";
import { rolledUpSql } from "../rollups/rolledUpSql.ts";
import { entityColumns, type EntityKind, entityKinds, entityMinutes } from "../rollups/rollupTables.ts";
import { runKept } from "../runKept.ts";
import type { RollupQuestion } from "./selectRollupCounts.ts";

/** A host, user or source address, and how many detections it has. */
export interface EntityCount {
  readonly value: string;
  readonly count: number;
}

/** Those with the most detections first, from the roll-up. */
export async function selectRollupEntities(
  db: Queryable,
  question: RollupQuestion,
  { kind, limit }: { readonly kind: EntityKind; readonly limit: number },
): Promise<EntityCount[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const { with: before, rows } = rolledUpSql(
    {
      ...question,
      table: "rollup_entity",
      minutes: entityMinutes[kind],
      condition: `r.kind = ${entityKinds.indexOf(kind)}`,
      columns: [{ name: "value", rolledUp: "r.value", live: `d.${entityColumns[kind]}` }],
    },
    bind,
  );
  return await runKept<EntityCount>(
    db,
    `${before} select value, sum(n)::float8 as count from (${rows}) x
     where value is not null group by value having sum(n) <> 0 order by count desc, value limit ${bind(limit)}`,
    parameters,
  );
}
