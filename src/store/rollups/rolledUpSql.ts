import { maxFutureMs } from "../statements/detectionPredicate.ts";
import type { RollupProgress } from "../statements/selectRollupProgress.ts";
import { uuidFloor } from "../uuid.ts";
import type { SlottedPiece } from "./coverSlots.ts";

/** What is counted, and how it is written in each table. */
export interface RolledUp extends RollupProgress {
  readonly tenantId: number;
  readonly pieces: readonly SlottedPiece[];
  /** Of the slots, in ms since 1970. */
  readonly boundsMs: readonly number[];
  /** Columns of the roll-up's rows `r` and of `detection d`, by the names that the caller gives them. */
  readonly columns: readonly { readonly name: string; readonly rolledUp: string; readonly live: string }[];
  readonly table: string;
  /** Of the roll-up's rows `r`. */
  readonly condition?: string;
  /** How `detection_change c` calls a live column before and after; absent if changes do not matter. */
  readonly changed?: (column: string, which: "old" | "new") => string;
}

type Bind = (value: unknown) => string;

/**
 * A query that gives rows `slot, <columns>, n` that add up to the counts of detections: of what is rolled up, of what is not
 * rolled up yet (newer detections, and changes), and of what lies beside whole buckets. Test detections are in none of them.
 *
 * @returns `with`, to stand before all, and the `rows`
 */
export function rolledUpSql(source: RolledUp, bind: Bind): { readonly with: string; readonly rows: string } {
  const inBuckets = source.pieces.filter(({ minutes }) => minutes !== undefined);
  const live = source.pieces.filter(({ minutes }) => minutes === undefined);
  const hasRecent = inBuckets.length > 0 && !source.isCurrent;
  const tenant = bind(source.tenantId);
  const slot = slotSql(source, bind);
  const branches = [
    ...inBuckets.map(
      (
        piece,
      ) => `select ${slot("r.bucket", piece)} as slot${columnsSql(source, "rolledUp")}, ${piece.sign} * r.count as n
        from ${source.table} r
        where r.tenant_id = ${tenant} and r.minutes = ${bind(piece.minutes)} and ${within("r.bucket", piece, bind)}${andSql(source.condition)}`,
    ),
    ...(hasRecent ? inBuckets : []).map(
      (piece) =>
        `select ${slot("at", piece)}${namesSql(source)}, ${piece.sign} * n from recent where ${within("at", piece, bind)}`,
    ),
    ...live.map(
      (
        piece,
      ) => `select ${slot("d.time", piece)} as slot${columnsSql(source, "live")}, ${piece.sign} as n from detection d
        where d.tenant_id = ${tenant} and not d.is_test and ${within("d.time", piece, bind)} and ${arrivedAfter(piece, bind)}`,
    ),
  ];
  return { with: hasRecent ? `with ${recentSql(source, tenant, bind)}` : "", rows: branches.join("\n union all ") };
}

/** What has come and what has changed since the last roll-up: few rows, and found by the sequence alone. */
function recentSql({ progress, columns, changed }: RolledUp, tenant: string, bind: Bind): string {
  const last = bind(progress);
  const names = columns.map(({ name }) => `, "${name}"`).join("");
  const change = (which: "old" | "new", n: number) =>
    `union all select c.time${columns.map(({ live }) => `, ${changed?.(live, which)}`).join("")}, ${n}
     from detection_change c where c.tenant_id = ${tenant} and c.sequence <= ${last}`;
  return `recent (at${names}, n) as materialized (
    select d.time${columns.map(({ live }) => `, ${live}`).join("")}, 1 from detection d
    where d.tenant_id = ${tenant} and d.sequence > ${last} and not d.is_test
    ${changed ? `${change("old", -1)} ${change("new", 1)}` : ""})`;
}

const columnsSql = ({ columns }: RolledUp, of: "rolledUp" | "live"): string =>
  columns.map((column) => `, ${column[of]} as "${column.name}"`).join("");

const namesSql = ({ columns }: RolledUp): string => columns.map(({ name }) => `, "${name}"`).join("");

function slotSql({ pieces, boundsMs }: RolledUp, bind: Bind): (column: string, piece: SlottedPiece) => string {
  // A parameter that no piece needs would have no type.
  const isBounded = pieces.some(({ slot }) => slot === undefined);
  const bounds = isBounded ? bind(boundsMs.map((ms) => new Date(ms))) : "";
  return (column, { slot }) =>
    slot === undefined ? `width_bucket(${column}, ${bounds}::timestamptz[])` : String(slot);
}

const within = (column: string, { fromMs, toMs }: SlottedPiece, bind: Bind): string =>
  `${column} >= ${bind(new Date(fromMs))} and ${column} < ${bind(new Date(toMs))}`;

/** No event is stored with a time more than an hour after its arrival: this says nothing new, but rules out partitions. */
const arrivedAfter = ({ fromMs }: SlottedPiece, bind: Bind): string =>
  `d.id >= ${bind(uuidFloor(Math.max(0, fromMs - maxFutureMs)))}::uuid`;

const andSql = (condition: string | undefined): string => (condition === undefined ? "" : ` and ${condition}`);
