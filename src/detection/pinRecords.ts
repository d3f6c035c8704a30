import type { Classification } from "../event/index.ts";
import type { IncomingRecord } from "./incoming.ts";

/** A logsource as Sigma writes one: what somebody says that records are. */
export interface DeclaredLogsource {
  readonly product?: string;
  readonly category?: string;
  readonly service?: string;
}

/** The same as it stands in place of what a record shows. */
export const declaration = ({ product, category, service }: DeclaredLogsource): Partial<Classification> => ({
  ...(product !== undefined && { product }),
  ...(category !== undefined && { categories: [category] }),
  ...(service !== undefined && { service }),
});

/**
 * Lets what is said of all records stand for those that do not say it of themselves, one dimension at a time.
 *
 * @param said the strongest word first: of the request, of the key
 */
export function pinRecords(
  records: readonly IncomingRecord[],
  said: readonly (DeclaredLogsource | undefined)[],
): readonly IncomingRecord[] {
  const pinned = said
    .toReversed()
    .reduce<Partial<Classification>>((all, one) => ({ ...all, ...declaration(one ?? {}) }), {});
  if (Object.keys(pinned).length === 0) return records;
  return records.map((record) => ({
    ...record,
    logsource: record.logsource ? { ...pinned, ...record.logsource } : pinned,
  }));
}
