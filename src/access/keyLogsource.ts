import type { KeyLogsource } from "./principal.ts";

/** How a key's logsource is stored: null in each dimension that it says nothing of. */
export interface LogsourceColumns {
  readonly product: string | null;
  readonly category: string | null;
  readonly service: string | null;
}

export const logsourceColumns = ({ product, category, service }: KeyLogsource = {}): LogsourceColumns => ({
  product: product ?? null,
  category: category ?? null,
  service: service ?? null,
});

/** Undefined if it says nothing at all. */
export function keyLogsource({ product, category, service }: LogsourceColumns): KeyLogsource | undefined {
  if (product === null && category === null && service === null) return undefined;
  return {
    ...(product !== null && { product }),
    ...(category !== null && { category }),
    ...(service !== null && { service }),
  };
}
