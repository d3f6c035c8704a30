import { expect, test } from "vitest";
import { normalise } from "../../../src/event/index.ts";

const event = (program: string, message: string, more: object = {}) =>
  normalise({ SYSLOG_IDENTIFIER: program, MESSAGE: message, ...more });

test.each([
  { program: "sshd", service: "sshd", because: "the server itself" },
  { program: "sshd-session", service: "sshd", because: "newer versions of OpenSSH have a process for each session" },
  { program: "CRON", service: "cron", because: "its jobs log in capitals" },
  { program: "/usr/sbin/useradd", service: "auth", because: "some log their path" },
  { program: "gdm-password", service: "auth", because: "one of several names of the display manager" },
  { program: "clamd", service: "clamav", because: "a scanner" },
  { program: "guacd", service: "guacamole", because: "the daemon of Guacamole" },
  { program: "named", service: "syslog", because: "Sigma has no service for it" },
  { program: "own", more: { SYSLOG_FACILITY: "10" }, service: "auth", because: "the facility tells" },
  { program: "own", more: { SYSLOG_FACILITY: 9 }, service: "cron", because: "also as a number" },
  { program: "sshd", more: { SYSLOG_FACILITY: "9" }, service: "sshd", because: "the program is the surer sign" },
])("what $program writes is of the service $service: $because", ({ program, service, more = {} }) => {
  expect(event(program, "x", more).classification).toMatchObject({ product: "linux", service });
});

test.each([
  {
    program: "sshd",
    message: "Accepted publickey for ines from 192.0.2.1 port 1 ssh2",
    user: "ines",
    address: "192.0.2.1",
  },
  {
    program: "sshd",
    message: "Failed password for invalid user x y from ::ffff:192.0.2.1 port 1",
    user: "x",
    address: "192.0.2.1",
  },
  { program: "sshd", message: "Invalid user admin from 2001:db8::1 port 9", user: "admin", address: "2001:db8::1" },
  {
    program: "sudo",
    message: "ines : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/ls",
    user: "ines",
    address: undefined,
  },
  {
    program: "su",
    message: "pam_unix(su:session): session opened for user root(uid=0) by ines",
    user: "root",
    address: undefined,
  },
  { program: "app", message: "from here on all is well", user: undefined, address: undefined },
])("$message is about $user from $address", ({ program, message, user, address }) => {
  const { user: found, sourceAddress } = event(program, message);
  expect({ user: found, address: sourceAddress }).toEqual({ user, address });
});

test("what sudo says of a command are fields, of sudo alone", () => {
  const message = "ines : TTY=pts/0 ; PWD=/home/ines ; USER=#-1 ; COMMAND=/bin/sh -c a ; b=c";
  const fields = ["TTY", "PWD", "USER", "COMMAND"];
  const valuesIn = (program: string) => fields.map((name) => event(program, message).field(name)?.[0]);
  expect(valuesIn("sudo")).toEqual(["pts/0", "/home/ines", "#-1", "/bin/sh -c a ; b=c"]);
  expect(valuesIn("app")).toEqual([undefined, undefined, undefined, undefined]);
});
