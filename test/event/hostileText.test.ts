import { expect, test } from "vitest";
import { normalise } from "../../src/event/index.ts";

const mebibyte = 2 ** 20;

/** Beginnings of the lines that shapes read, and what could make them look again and again. */
const starts = [
  "",
  "type=EXECVE msg=audit(1700000000.123:45): ",
  "<13>1 2026-11-25T10:00:00Z a b c d ",
  "<13>Nov 25 10:00:00 ",
  "Nov 25 10:00:00 host sudo: a : ",
  '192.0.2.1 - - [25/Nov/2026:10:00:00 +0000] "',
  "1700000000.123 1 192.0.2.1 TCP_MISS/200 1 GET ",
  "client 192.0.2.1#1 (",
  "<13>%ASA-6-302013: Built inbound TCP connection 1 for ",
  'devid="FG" logid="1" ',
  "1,2026/11/25 10:00:00,123456789,TRAFFIC,end,",
  "<Event><System>",
  "[Wed Nov 25 10:00:00 2026] [core:error] [client ",
  "kernel: IN= OUT= SRC=192.0.2.1 DST=192.0.2.2 ",
];
const pieces = [
  "a",
  "=",
  "a=",
  '"',
  '\\"',
  "[",
  "(",
  "<a ",
  '<a b="',
  "&#",
  "/",
  ".",
  "USER=",
  "cmd=",
  " -> ",
  ",",
  "\n",
  "{",
];

test.each(starts)(
  "a megabyte of anything behind %j is read without getting stuck",
  (start) => {
    for (const piece of pieces) {
      const event = normalise({ message: start + piece.repeat(mebibyte / piece.length) });
      expect(event.names()).toContain("message");
      expect([event.timeMs, event.host, event.user, event.sourceAddress]).toHaveLength(4);
    }
  },
  60_000,
);
