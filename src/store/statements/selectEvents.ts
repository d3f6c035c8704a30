import type { Queryable } from "../queryable.ts";
import { runKept } from "../runKept.ts";
import { eventColumns } from "./eventColumns.ts";
import type { EventRow } from "./insertEvents.ts";

/** The tenant's events among `ids`, in no order. */
export async function selectEvents(db: Queryable, tenantId: number, ids: readonly string[]): Promise<EventRow[]> {
  return await runKept<EventRow>(
    db,
    `select ${eventColumns} from event e where e.tenant_id = $1 and e.id = any($2::uuid[])`,
    [tenantId, ids],
  );
}
