import { maxFutureMs } from "../statements/detectionPredicate.ts";
import type { RollupProgress } from "../statements/selectRollupProgress.ts";
import { uuidFloor } from "../uuid.ts";
import type { SlottedPiece } from "./coverSlots.ts";
import type { BucketMinutes } from "./rollupTables.ts";

/** What is counted, and how it is written in each table. */
export interface RolledUp extends RollupProgress {
  readonly tenantId: number;
  readonly pieces: readonly SlottedPiece[];
  /** Of the slots, in ms since 1970. */
  readonly boundsMs: readonly number[];
  /** Columns of the roll-up's rows `r` and of `detection d`, by the names that the caller gives them. */
  readonly columns: readonly { readonly name: string; readonly rolledUp: string; readonly live: string }[];
  readonly table: string;
  /** How long the buckets are that the table has. */
  readonly minutes: readonly BucketMinutes[];
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
 * The pieces are parameters: whatever the span is, the text is the same.
 *
 * @returns `with`, to stand before all, and the `rows`
 */
export function rolledUpSql(source: RolledUp, bind: Bind): { readonly with: string; readonly rows: string } {
  const tenant = bind(source.tenantId);
  const pieces = piecesSql(source.pieces, bind);
  const slot = slotSql(source, bind);
  const branches = [
    // Each length by itself, and written out: days have an index of their own.
    ...source.minutes.map(
      (minutes) => `select ${slot("r.bucket")} as slot${columnsSql(source, "rolledUp")}, p.sign * r.count as n
        from piece p join ${source.table} r on r.bucket >= p.from and r.bucket < p.to
        where p.minutes = ${minutes} and r.minutes = ${minutes} and r.tenant_id = ${tenant}${andSql(source.condition)}`,
    ),
    ...(source.isCurrent
      ? []
      : [
          `select ${slot("at")}${namesSql(source)}, p.sign * n from piece p join recent on at >= p.from and at < p.to where p.minutes > 0`,
        ]),
    // Offset 0: so both ends of the time are known to be few detections, which a join is not.
    `select ${slot("d.time")}${columnsSql(source, "live")}, p.sign
     from piece p cross join lateral (
       select * from detection d where d.tenant_id = ${tenant} and not d.is_test and d.time >= p.from and d.time < p.to
         and d.id >= ${bind(firstArrival(source.pieces))}::uuid offset 0
     ) d where p.minutes = 0`,
  ];
  const recent = source.isCurrent ? "" : `, ${recentSql(source, tenant, bind)}`;
  return { with: `with ${pieces}${recent}`, rows: branches.join("\n union all ") };
}

/** Pieces as rows; `minutes` is 0 where detections are counted where they lie. */
function piecesSql(pieces: readonly SlottedPiece[], bind: Bind): string {
  const column = (type: string, value: (piece: SlottedPiece) => unknown) => `${bind(pieces.map(value))}::${type}[]`;
  const columns = [
    column("smallint", ({ minutes }) => minutes ?? 0),
    column("timestamptz", ({ fromMs }) => new Date(fromMs)),
    column("timestamptz", ({ toMs }) => new Date(toMs)),
    column("int", ({ sign }) => sign),
    column("int", ({ slot }) => slot ?? null),
  ];
  return `piece (minutes, "from", "to", sign, slot) as (select * from unnest(${columns.join(", ")}))`;
}

/**
 * What has come and what has changed since the last roll-up: few rows, and found by the sequence alone. Nothing is newer than `newest`: it is said
 * because PostgreSQL, which plans for all values, takes what has but one end for a third of all that there is.
 */
function recentSql({ progress, newest, columns, changed }: RolledUp, tenant: string, bind: Bind): string {
  const last = bind(progress);
  const names = columns.map(({ name }) => `, "${name}"`).join("");
  const change = (which: "old" | "new", n: number) =>
    `union all select c.time${columns.map(({ live }) => `, ${changed?.(live, which)}`).join("")}, ${n}
     from detection_change c where c.tenant_id = ${tenant} and c.sequence <= ${last}`;
  return `recent (at${names}, n) as materialized (
    select d.time${columns.map(({ live }) => `, ${live}`).join("")}, 1 from detection d
    where d.tenant_id = ${tenant} and d.sequence > ${last} and d.sequence <= ${bind(newest)} and not d.is_test
    ${changed ? `${change("old", -1)} ${change("new", 1)}` : ""})`;
}

const columnsSql = ({ columns }: RolledUp, of: "rolledUp" | "live"): string =>
  columns.map((column) => `, ${column[of]} as "${column.name}"`).join("");

const namesSql = ({ columns }: RolledUp): string => columns.map(({ name }) => `, "${name}"`).join("");

function slotSql({ pieces, boundsMs }: RolledUp, bind: Bind): (column: string) => string {
  // A parameter that no piece needs would have no type.
  const isBounded = pieces.some(({ slot }) => slot === undefined);
  const bounds = isBounded ? bind(boundsMs.map((ms) => new Date(ms))) : "";
  return (column) => (isBounded ? `coalesce(p.slot, width_bucket(${column}, ${bounds}::timestamptz[]))` : "p.slot");
}

/** No event is stored with a time more than an hour after its arrival: this says nothing new, but rules out partitions. */
function firstArrival(pieces: readonly SlottedPiece[]): string {
  const live = pieces.filter(({ minutes }) => minutes === undefined).map(({ fromMs }) => fromMs - maxFutureMs);
  return live.length === 0 ? last : uuidFloor(Math.max(0, Math.min(...live)));
}

const last = "ffffffff-ffff-ffff-ffff-ffffffffffff";

const andSql = (condition: string | undefined): string => (condition === undefined ? "" : ` and ${condition}`);
