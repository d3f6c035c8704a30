import type { Queryable } from "../queryable.ts";
import { type DetectionRow, detectionColumns } from "./detectionRow.ts";

/** What related detections have in common. */
export type RelatedColumn = "host" | "user" | "rule" | "event" | "sourceAddress";

/** A detection, and which of the others are wanted: by their ids, `from <= id < to`, the newest `limit`. */
export interface RelatedQuestion {
  readonly id: string;
  /** What it has in the column. */
  readonly value: string | number;
  readonly from: string;
  readonly to: string;
  readonly limit: number;
  readonly includeTests: boolean;
}

const columns = {
  host: { name: "host", type: "text" },
  user: { name: "user_name", type: "text" },
  sourceAddress: { name: "source_address", type: "text" },
  rule: { name: "rule_id", type: "int" },
  event: { name: "event_id", type: "uuid" },
} as const satisfies Readonly<Record<RelatedColumn, object>>;

/** The others that have the same in a column, newest first, for many detections at once; `of` is the place of the question. */
export async function selectRelatedDetections(
  db: Queryable,
  tenantId: number,
  column: RelatedColumn,
  questions: readonly RelatedQuestion[],
): Promise<(DetectionRow & { readonly of: number })[]> {
  const { name, type } = columns[column];
  const asked = questions.map((question, of) => ({ of, ...question }));
  const { rows } = await db.query<DetectionRow & { of: number }>(
    `select q.of, r.* from json_to_recordset($2::json)
       q (of int, id uuid, value ${type}, "from" uuid, "to" uuid, "limit" int, "includeTests" boolean)
     cross join lateral (
       select ${detectionColumns} from detection d
       where d.tenant_id = $1 and d.${name} = q.value and d.id >= q."from" and d.id < q."to" and d.id <> q.id
         and (q."includeTests" or not d.is_test)
       order by d.id desc limit q."limit"
     ) r order by q.of, r.id desc`,
    [tenantId, JSON.stringify(asked)],
  );
  return rows;
}
