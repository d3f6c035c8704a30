import type { LogsourceRow } from "./logsourceRow.ts";
import { applicationLogsources } from "./logsources/applications.ts";
import { cloudLogsources } from "./logsources/cloud.ts";
import { linuxLogsources } from "./logsources/linux.ts";
import { networkLogsources } from "./logsources/network.ts";
import { ocsfLogsources } from "./logsources/ocsf.ts";
import { windowsLogsources } from "./logsources/windows.ts";

/** The one table that says what events are: product, service and categories by log and event code. */
export const logsources: readonly LogsourceRow[] = [
  ...windowsLogsources,
  ...linuxLogsources,
  ...networkLogsources,
  ...applicationLogsources,
  ...cloudLogsources,
  ...ocsfLogsources,
];
