import pg from "pg";
import type { Queryable } from "../queryable.ts";
import { awaitRollupProgress } from "../statements/awaitRollupProgress.ts";
import { removeFromRollups } from "../statements/removeFromRollups.ts";
import { selectRulesVersions } from "../statements/selectRulesVersions.ts";
import type { Day } from "./days.ts";

/** Drops a day that stands by itself. Detections are taken out of the figures in the same transaction: these must not remember what lists have forgotten. */
export async function dropTable(db: Queryable, { name, parent }: Day): Promise<void> {
  await db.query("begin");
  try {
    if (parent === "detection")
      for (const tenantId of (await selectRulesVersions(db)).keys()) await removeDay(db, tenantId, name);
    await db.query(`drop table part.${pg.escapeIdentifier(name)}`);
    await db.query("commit");
  } catch (error) {
    await db.query("rollback").catch(() => undefined);
    throw error;
  }
}

async function removeDay(db: Queryable, tenantId: number, table: string): Promise<void> {
  const progress = await awaitRollupProgress(db, tenantId);
  await removeFromRollups(db, tenantId, { table, progress });
}
