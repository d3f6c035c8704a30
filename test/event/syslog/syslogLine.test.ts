import { expect, test } from "vitest";
import { readSyslogLine } from "../../../src/event/syslog/syslogLine.ts";

test.each([
  {
    line: "<86>Nov 25 09:33:00 web-1 sshd[42]: a: b",
    is: { facility: "authpriv", severity: "info", host: "web-1", program: "sshd", pid: "42", message: "a: b" },
    because: "RFC 3164",
  },
  {
    line: "Nov  5 09:33:00 web-1 kernel: [1.2] a",
    is: { host: "web-1", program: "kernel", message: "[1.2] a" },
    because: "a file has no priority, and days below ten a space",
  },
  {
    line: "2026-11-25T09:33:00.123456+01:00 web-1 CRON[7]: a",
    is: { time: "2026-11-25T09:33:00.123456+01:00", host: "web-1", program: "CRON", pid: "7", message: "a" },
    because: "rsyslog writes ISO 8601 to files",
  },
  {
    line: '<165>1 2026-11-25T09:33:00Z web-1 app 7 ID47 [x@1 a="b]\\"c"][y@1 d="e"] \uFEFFa',
    is: {
      ...{ facility: "local4", severity: "notice", time: "2026-11-25T09:33:00Z" },
      ...{ host: "web-1", program: "app", pid: "7", message: "a" },
    },
    because: "RFC 5424, brackets and quotes in its data",
  },
  {
    line: "<34>1 - - su - - - a",
    is: { facility: "auth", severity: "crit", program: "su", message: "a" },
    because: "RFC 5424 writes - for what is not known",
  },
  {
    line: "<13>Nov 25 09:33:00 sshd[42]: a",
    is: { facility: "user", severity: "notice", program: "sshd", pid: "42", message: "a" },
    because: "a local socket names no host",
  },
  {
    line: "<189>45: %SYS-5-CONFIG_I: a",
    is: { facility: "local7", severity: "notice", message: "45: %SYS-5-CONFIG_I: a" },
    because: "a network device writes what it likes behind the priority",
  },
  {
    line: "2026-11-25T09:33:00Z INFO server: started",
    is: undefined,
    because: "an application's log has a level there",
  },
  { line: "Nov 25 09:33:00 something happened", is: undefined, because: "there is no program" },
  { line: "<html>", is: undefined, because: "that is no priority" },
  { line: "type=SYSCALL msg=audit(1.1:1): a", is: undefined, because: "it begins otherwise" },
])("$line is $is: $because", ({ line, is }) => {
  expect(readSyslogLine(line)).toEqual(is);
});
