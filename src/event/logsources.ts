import type { LogsourceRow } from "./logsourceRow.ts";
import { cloudLogsources } from "./logsources/cloud.ts";
import { ocsfLogsources } from "./logsources/ocsf.ts";
import { windowsLogsources } from "./logsources/windows.ts";

/** The one table that says what events are: product, service and categories by log and event code. */
export const logsources: readonly LogsourceRow[] = [...windowsLogsources, ...cloudLogsources, ...ocsfLogsources];
