import { expect, test } from "vitest";
import { isAuditLine, readAuditLine } from "../../../src/event/audit/auditLine.ts";

const header = "type=SYSCALL msg=audit(1700000000.123:45): ";

test.each([
  { line: `${header}a=1`, because: "a line of audit.log" },
  { line: `node=web-1 ${header}a=1`, because: "a dispatcher names the machine" },
  { line: "audit: type=1400 audit(1700000000.123:45): apparmor=DENIED", because: "the kernel's own log" },
  { line: `<13>Nov 25 10:00:00 web-1 audispd: ${header}a=1`, because: "sent on by syslog" },
  { line: "type=LOGIN msg=audit(11/25/2026 10:00:00.123:45) : pid=1", because: "ausearch has interpreted it" },
  { line: "type=UNKNOWN[1334] msg=audit(1700000000.123:45): prog-id=1", because: "auditd does not know the type" },
])("$line is a line of the audit system: $because", ({ line }) => {
  expect(isAuditLine(line)).toBe(true);
  expect(readAuditLine(line)?.header.serial).toBe("45");
});

test.each([
  { line: "we audit(ed) it", because: "there is no record" },
  { line: `${"x".repeat(400)}${header}`, because: "a header stands at the start" },
  { line: "type=SYSCALL msg=audit(1700000000.123): a=1", because: "there is no serial number" },
])("$line is none: $because", ({ line }) => {
  expect(isAuditLine(line)).toBe(false);
});

test.each([
  { type: "EXECVE", body: 'a0="ls" a1="-l a"', pairs: { a0: "ls", a1: "-l a" }, because: "quotes hold spaces" },
  { type: "EXECVE", body: "a0=6C73", pairs: { a0: "ls" }, because: "what is not quoted is hexadecimal" },
  { type: "EXECVE", body: 'argc=10 a0="10"', pairs: { argc: "10", a0: "10" }, because: "only arguments are encoded" },
  { type: "SYSCALL", body: "a0=6C73", pairs: { a0: "6C73" }, because: "arguments of a system call are numbers" },
  {
    type: "EXECVE",
    body: 'argc=2 a0="sh" a1_len=6 a1[0]=61 a1[1]=62',
    pairs: { argc: "2", a0: "sh", a1: "ab" },
    because: "a long argument comes in pieces",
  },
  { type: "PROCTITLE", body: "proctitle=6C73002D6C00", pairs: { proctitle: "ls -l" }, because: "words end in U+0000" },
  { type: "PATH", body: "name=C3A92F", pairs: { name: "é/" }, because: "names are UTF-8" },
  { type: "PATH", body: "name=E92F", pairs: { name: "é/" }, because: "and Latin-1 where they cannot be UTF-8" },
  { type: "PATH", body: "name=(null)", pairs: { name: "(null)" }, because: "what is no hexadecimal number stays" },
  { type: "SYSCALL", body: "key=6101620A", pairs: { key: "a,b\n" }, because: "keys are separated by U+0001" },
  { type: "SYSCALL", body: 'comm="a"\u001dUID="root"', pairs: { comm: "a", UID: "root" }, because: "it is enriched" },
  {
    type: "USER_CMD",
    body: "pid=1 msg='cwd=\"/\" cmd=6C73202D6C res=success'",
    pairs: { pid: "1", cwd: "/", cmd: "ls -l", res: "success" },
    because: "a program's record has pairs inside",
  },
  {
    type: "SOCKADDR",
    body: "saddr=0200\u001dSADDR={ saddr_fam=inet laddr=192.0.2.1 lport=443 }",
    pairs: { saddr: "0200", saddr_fam: "inet", laddr: "192.0.2.1", lport: "443" },
    because: "an interpreted address has pairs inside",
  },
])("$type $body has $pairs: $because", ({ type, body, pairs }) => {
  const record = readAuditLine(`type=${type} msg=audit(1700000000.123:45): ${body}`);
  expect(Object.fromEntries(record?.pairs ?? [])).toEqual(pairs);
});

test("what ausearch has interpreted is not decoded again, and its time is not guessed", () => {
  const record = readAuditLine("type=EXECVE msg=audit(11/25/2026 10:00:00.123:45) : a0=dd");
  expect(record).toMatchObject({ pairs: [["a0", "dd"]], header: { time: undefined, serial: "45" } });
});

test("a line of one megabyte is read in linear time, whatever it holds", () => {
  for (const piece of ["a", "a=", "a={", "a='", 'a="', "=", "a={a='a=\"", "{}"]) {
    expect(readAuditLine(header + piece.repeat(2 ** 20 / piece.length))?.type).toBe("SYSCALL");
  }
});
