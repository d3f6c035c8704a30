import type { Queryable } from "../queryable.ts";
import { deleteActivities } from "../statements/deleteActivities.ts";
import { deleteAuditEntries } from "../statements/deleteAuditEntries.ts";
import { deleteClientIds } from "../statements/deleteClientIds.ts";
import { deleteEventKinds } from "../statements/deleteEventKinds.ts";
import { selectRulesVersions } from "../statements/selectRulesVersions.ts";
import { uuidFloor } from "../uuid.ts";

/** What goes with dropped days or by its own age, row by row. */
export interface Forgotten {
  readonly clientIds: number;
  readonly activities: number;
  readonly auditEntries: number;
  readonly eventKinds: number;
}

/** Where what is kept begins, in ms since 1970; undefined is forever. */
export interface KeptSince {
  readonly clientIds: number | undefined;
  readonly activities: number | undefined;
  readonly auditEntries: number | undefined;
  readonly eventKinds: number | undefined;
}

/** In one statement at most: its locks and its log stay small. */
const batchRows = 5_000;

type Delete = (before: string, limit: number) => Promise<number>;

/** Deletes rows that are past their retention, in batches. */
export async function forgetRows(db: Queryable, since: KeptSince, stopped: () => boolean): Promise<Forgotten> {
  const inBatches = async (ms: number | undefined, remove: Delete): Promise<number> => {
    if (ms === undefined) return 0;
    for (let total = 0; ;) {
      const count = stopped() ? 0 : await remove(uuidFloor(ms), batchRows);
      total += count;
      if (count < batchRows) return total;
    }
  };
  const clientIds = await inBatches(since.clientIds, (before, limit) => deleteClientIds(db, before, limit));
  let [activities, auditEntries, eventKinds] = [0, 0, 0];
  for (const tenant of (await selectRulesVersions(db)).keys()) {
    activities += await inBatches(since.activities, (before, limit) => deleteActivities(db, tenant, before, limit));
    auditEntries += await inBatches(since.auditEntries, (before, limit) =>
      deleteAuditEntries(db, tenant, before, limit),
    );
    // There are few: their number is bounded by the day.
    if (since.eventKinds !== undefined) eventKinds += await deleteEventKinds(db, tenant, dayOf(since.eventKinds));
  }
  return { clientIds, activities, auditEntries, eventKinds };
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
