import type { QueryResultRow } from "pg";
import type { Queryable } from "./queryable.ts";

/**
 * A connection keeps at most so many plans: each takes memory, some kilobytes for every day that there is. What comes later is planned each time
 * that it is asked.
 */
const most = 100;

const names = new Map<string, string>();

/**
 * Runs a statement that is asked often. A connection parses it once and, where it reads, plans it once for all values: which days it need not
 * look at is then decided when it runs.
 *
 * @param text one of few, whatever is asked: values are parameters, lists are arrays
 */
export async function runKept<Row extends QueryResultRow>(
  db: Queryable,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const name = nameOf(text);
  const { rows } = await db.query<Row>({ ...(name !== undefined && { name }), text, values: [...values] });
  return rows;
}

function nameOf(text: string): string | undefined {
  if (!names.has(text) && names.size < most) names.set(text, `kept_${names.size}`);
  return names.get(text);
}
