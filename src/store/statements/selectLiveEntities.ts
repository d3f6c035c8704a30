import type { Queryable } from "../queryable.ts";
import { entityColumns, type EntityKind } from "../rollups/rollupTables.ts";
import { predicateSql } from "./detectionPredicate.ts";
import type { LiveQuestion } from "./selectLiveCounts.ts";
import type { EntityCount } from "./selectRollupEntities.ts";

/** As `selectRollupEntities`, of detections that any filter wants: it reads them all. */
export async function selectLiveEntities(
  db: Queryable,
  { tenantId, predicate }: Omit<LiveQuestion, "boundsMs">,
  { kind, limit }: { readonly kind: EntityKind; readonly limit: number },
): Promise<EntityCount[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const column = `d.${entityColumns[kind]}`;
  const { rows } = await db.query<EntityCount>(
    `select ${column} as value, count(*)::float8 as count from detection d
     where d.tenant_id = ${bind(tenantId)} and ${column} is not null and ${predicateSql(predicate, bind)}
     group by ${column} order by count desc, value limit ${bind(limit)}`,
    parameters,
  );
  return rows;
}
