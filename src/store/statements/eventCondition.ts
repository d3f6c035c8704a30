/** What a stored event must satisfy: one thing of several that must all hold. */
export type EventCondition =
  | { readonly kind: "product" | "category" | "service"; readonly lowerCase: string }
  | { readonly kind: "text"; readonly column: EventTextColumn; readonly in: readonly string[]; readonly isNot: boolean }
  | { readonly kind: "absent"; readonly column: EventTextColumn; readonly isNot: boolean }
  /** When it happened. Half open: `from <= time < to`. */
  | { readonly kind: "time"; readonly from?: Date; readonly to?: Date }
  /** No detection of it is there, but for those of rules on trial. */
  | { readonly kind: "noDetections" };

/** Columns of text that an event may have nothing in. */
export type EventTextColumn = "host" | "user" | "sourceAddress";

const columnOf = { host: "host", user: "user_name", sourceAddress: "source_address" } as const;

/** Writes a condition over `event e` as SQL. `bind` takes a value and returns its placeholder. */
export function eventConditionSql(condition: EventCondition, bind: (value: unknown) => string): string {
  switch (condition.kind) {
    case "product":
      return `lower(e.product) = ${bind(condition.lowerCase)}`;
    case "category":
      return isIn("e.categories", bind(condition.lowerCase));
    case "service": {
      const service = bind(condition.lowerCase);
      return `(lower(e.service) = ${service} or ${isIn("e.other_services", service)})`;
    }
    case "text":
      // Two-valued: an event without a host is not on host x.
      return `(e.${columnOf[condition.column]} = any(${bind(condition.in)}::text[])) is ${condition.isNot ? "not " : ""}true`;
    case "absent":
      return `e.${columnOf[condition.column]} is ${condition.isNot ? "not " : ""}null`;
    case "time":
      return [
        "true",
        ...(condition.from ? [`e.time >= ${bind(condition.from)}`] : []),
        ...(condition.to ? [`e.time < ${bind(condition.to)}`] : []),
      ].join(" and ");
    case "noDetections":
      // A detection's id begins as its event's does: see `idsOfEvent`.
      return `not exists (
        select from detection d where d.tenant_id = e.tenant_id and d.event_id = e.id and not d.is_test
          and d.id >= (left(e.id::text, 18) || '-8000-000000000000')::uuid
          and d.id < (left(e.id::text, 18) || '-c000-000000000000')::uuid)`;
  }
}

const isIn = (list: string, value: string): string =>
  `exists (select from unnest(${list}) one where lower(one) = ${value})`;
