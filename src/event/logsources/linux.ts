import type { LogsourceRow } from "../logsourceRow.ts";

const linux = (service: string, ...logs: string[]): LogsourceRow => ({ product: "linux", service, logs });

const told = { process: ["process_creation"], connection: ["network_connection"], file: ["file_event"] };

/**
 * The logs of Linux. Names of logs that do not come from Linux itself are given by the shapes.
 *
 * Sources: the record types of Linux Audit, the events of Sysmon for Linux, the logsources of SigmaHQ's rules.
 */
export const linuxLogsources: readonly LogsourceRow[] = [
  {
    ...linux("auditd", "linux audit"),
    categories: told,
  },
  ...["sshd", "sudo", "cron", "auth", "vsftpd", "guacamole", "syslog"].map((service) =>
    linux(service, `linux ${service}`),
  ),
  { ...linux("clamav", "linux clamav"), categories: { found: ["antivirus"] } },
  { ...linux("syslog", "linux database"), always: ["database"] },
  { product: "linux", logs: ["linux endpoint"], categories: told },
  { product: "macos", logs: ["macos endpoint"], categories: told },
  {
    ...linux("sysmon", "Linux-Sysmon/Operational"),
    providers: ["Linux-Sysmon"],
    categories: {
      1: ["process_creation"],
      3: ["network_connection"],
      4: ["sysmon_status"],
      5: ["process_termination"],
      9: ["raw_access_thread", "raw_access_read"],
      11: ["file_event"],
      16: ["sysmon_status"],
      23: ["file_delete"],
      255: ["sysmon_error"],
    },
  },
];
