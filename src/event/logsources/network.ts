import type { LogsourceRow } from "../logsourceRow.ts";

export const networkLogsources: readonly LogsourceRow[] = [];
