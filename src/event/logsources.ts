import type { LogsourceRow } from "./logsourceRow.ts";
import { applicationLogsources } from "./logsources/applications.ts";
import { linuxLogsources } from "./logsources/linux.ts";
import { networkLogsources } from "./logsources/network.ts";
import { windowsLogsources } from "./logsources/windows.ts";

/** The one table that says what events are: product, service and categories by log and event code. */
export const logsources: readonly LogsourceRow[] = [
  ...windowsLogsources,
  ...linuxLogsources,
  ...networkLogsources,
  ...applicationLogsources,
];
