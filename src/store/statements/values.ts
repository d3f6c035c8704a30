/** PostgreSQL takes at most 65,535 parameters in one statement. */
const maxParameters = 65_535;

export interface ValuesList {
  /** `($1, $2), ($3, $4)` */
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/**
 * Splits rows into multi-row VALUES lists that each fit one statement.
 *
 * Faster than `unnest` over JavaScript arrays, whose text form node-pg builds at 60 us a row.
 * @param casts the type of each column, such as `uuid`, so that NULLs are typed
 */
export function valuesLists(rows: readonly (readonly unknown[])[], casts: readonly string[]): ValuesList[] {
  const perStatement = Math.min(1_000, Math.floor(maxParameters / casts.length));
  const lists: ValuesList[] = [];
  for (let from = 0; from < rows.length; from += perStatement) {
    const slice = rows.slice(from, from + perStatement);
    const tuple = (row: number) => `(${casts.map((cast, i) => `$${row * casts.length + i + 1}::${cast}`).join(", ")})`;
    lists.push({ text: slice.map((_, row) => tuple(row)).join(", "), parameters: slice.flat() });
  }
  return lists;
}
