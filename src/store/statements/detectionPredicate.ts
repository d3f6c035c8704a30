import { uuidFloor } from "../uuid.ts";

/** So far ahead of its arrival, in milliseconds, may the time of an event be: a clock further ahead is wrong. */
export const maxFutureMs = 3_600_000;

/** What a stored detection must satisfy. Rule attributes (ATT&CK, logsource) arrive resolved to rule ids. */
export type DetectionPredicate =
  | { readonly kind: "and" | "or"; readonly operands: readonly DetectionPredicate[] }
  | { readonly kind: "not"; readonly operand: DetectionPredicate }
  | { readonly kind: "rule"; readonly ids: readonly number[] }
  | { readonly kind: "severity" | "status" | "disposition"; readonly in: readonly number[] }
  | { readonly kind: TextColumn; readonly in: readonly string[] }
  | { readonly kind: "absent"; readonly column: TextColumn }
  /** When the event happened, or when it arrived. Half open: `from <= time < to`. */
  | { readonly kind: "time" | "arrival"; readonly from?: Date; readonly to?: Date }
  | { readonly kind: "test"; readonly isTest: boolean };

/** Columns of text that a detection may have nothing in. */
export type TextColumn = "host" | "user" | "sourceAddress" | "assignee";

export const columnOf = {
  severity: "severity",
  status: "status",
  disposition: "disposition",
  host: "host",
  user: "user_name",
  sourceAddress: "source_address",
  assignee: "assignee",
} as const;

/** Writes a predicate over `detection d` as SQL. `bind` takes a value and returns its placeholder. */
export function predicateSql(predicate: DetectionPredicate, bind: (value: unknown) => string): string {
  switch (predicate.kind) {
    case "and":
    case "or":
      return joined(
        predicate.operands.map((operand) => predicateSql(operand, bind)),
        predicate.kind,
      );
    case "not":
      // Two-valued: a detection without a host is not on host x.
      return `(${predicateSql(predicate.operand, bind)}) is not true`;
    case "rule":
      return `d.rule_id = any(${bind(predicate.ids)}::int[])`;
    case "status":
      // Written out, not bound: the index of those that are not closed is found by it.
      return `d.status = any('{${predicate.in.join(",")}}'::smallint[])`;
    case "severity":
    case "disposition":
      return `d.${columnOf[predicate.kind]} = any(${bind(predicate.in)}::smallint[])`;
    case "host":
    case "user":
    case "sourceAddress":
    case "assignee":
      return `d.${columnOf[predicate.kind]} = any(${bind(predicate.in)}::text[])`;
    case "absent":
      return `d.${columnOf[predicate.column]} is null`;
    case "arrival":
      return joined(
        [
          ...(predicate.from ? [`d.id >= ${bind(floorOf(predicate.from))}::uuid`] : []),
          ...(predicate.to ? [`d.id < ${bind(floorOf(predicate.to))}::uuid`] : []),
        ],
        "and",
      );
    case "time":
      return joined(
        [
          ...(predicate.from ? [`d.time >= ${bind(predicate.from)}`, arrivedAfter(predicate.from, bind)] : []),
          ...(predicate.to ? [`d.time < ${bind(predicate.to)}`] : []),
        ],
        "and",
      );
    case "test":
      return predicate.isTest ? "d.is_test" : "not d.is_test";
  }
}

/** No event is stored with a time more than an hour after its arrival: this says nothing new, but rules out partitions. */
const arrivedAfter = (time: Date, bind: (value: unknown) => string): string =>
  `d.id >= ${bind(floorOf(new Date(time.getTime() - maxFutureMs)))}::uuid`;

/** Ids begin in 1970. */
const floorOf = (time: Date): string => uuidFloor(Math.max(0, time.getTime()));

/** An empty `and` is true, an empty `or` is false. */
const joined = (parts: readonly string[], operator: "and" | "or"): string =>
  parts.length === 0 ? String(operator === "and") : `(${parts.join(` ${operator} `)})`;
