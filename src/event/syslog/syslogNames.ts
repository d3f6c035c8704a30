/** Where collectors put the time of a message, the surest first: those of syslog itself, then their own. */
export const syslogTimes = [
  "syslog.time",
  "_SOURCE_REALTIME_TIMESTAMP",
  "__REALTIME_TIMESTAMP",
  "timereported",
  "ISODATE",
  "timestamp",
  "@timestamp",
  "time",
  "timegenerated",
  "date",
] as const;
