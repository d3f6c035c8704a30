import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { normalise } from "../../src/event/index.ts";
import { decodeBody, decodeStream } from "../../src/ingest/index.ts";

test("each line that is not blank is a record", async () => {
  const decoded = await decodeBody(Buffer.from('one\r\n\n  "two" \\ {"a":1}\n'), { source: "syslog" });
  expect(decoded).toEqual({
    kind: "decoded",
    items: 2,
    records: [
      { index: 0, text: '{"message":"one"}', record: { message: "one" } },
      { index: 1, text: '{"message":"\\"two\\" \\\\ {\\"a\\":1}"}', record: { message: '"two" \\ {"a":1}' } },
    ],
    rejections: [],
  });
});

test.each([
  { source: "auditd", logsource: { product: "linux", service: "auditd" }, because: "auditd writes nothing else" },
  { source: "access_log", logsource: { categories: ["webserver"] }, because: "a web server's log of any format" },
  { source: "syslog", logsource: undefined, because: "anything writes to syslog" },
])("of a line of $source it is certain that it is $logsource: $because", async ({ source, logsource }) => {
  const decoded = await decodeBody(Buffer.from("a line"), { source });
  expect(decoded.kind === "decoded" && decoded.records[0]?.logsource).toEqual(logsource);
});

test("a source that is not known is refused, with those that are", async () => {
  expect(await decodeBody(Buffer.from("x"), { source: "sylog" })).toEqual({
    kind: "refused",
    code: "unknown-source",
    message: 'source "sylog" is not known: it may be auditd, access_log, syslog',
  });
});

test("a byte that is not UTF-8 costs no line: it is read as Latin-1", async () => {
  const body = Buffer.concat([Buffer.from("a\né "), Buffer.from([0xe9, 0x0a]), Buffer.from("b\n")]);
  expect(await decodeBody(body, { source: "syslog" })).toMatchObject({
    records: [{ text: '{"message":"a"}' }, { text: '{"message":"é é"}' }, { text: '{"message":"b"}' }],
    rejections: [],
  });
});

test("lines of audit.log become the events that they are parts of", async () => {
  const body = [
    'type=SYSCALL msg=audit(1700000000.1:7): arch=c000003e syscall=59 success=yes exe="/usr/bin/id" uid=0 pid=2 ppid=1',
    'type=EXECVE msg=audit(1700000000.1:7): argc=2 a0="id" a1="-u"',
  ].join("\n");
  const decoded = await decodeBody(Buffer.from(body), { source: "auditd" });
  const [joined] = decoded.kind === "decoded" ? decoded.records : [];
  const event = joined && normalise(joined.record, joined.logsource);
  expect(joined?.index).toBe(1);
  expect(event?.classification).toEqual({ product: "linux", service: "auditd", categories: ["process_creation"] });
  expect(event?.field("CommandLine")).toEqual(["id -u"]);
});

test("a file of lines is read in portions, and its lines are counted through", async () => {
  const line = `${"x".repeat(99)}\n`;
  const chunks = Readable.from(
    Array.from({ length: 60 }, () => Buffer.from(line.repeat(1_000))),
  ) as AsyncIterable<Buffer>;
  const indices: number[] = [];
  let portions = 0;
  for await (const decoded of decodeStream(chunks, undefined, "syslog")) {
    portions++;
    if (decoded.kind === "decoded") indices.push(...decoded.records.map(({ index }) => index));
  }
  expect(portions).toBeGreaterThan(1);
  expect(indices).toEqual(Array.from({ length: 60_000 }, (_, index) => index));
});

test("a file of lines of an unknown source is refused", async () => {
  const first = await decodeStream(Readable.from([Buffer.from("x")]), undefined, "nothing").next();
  expect(first.value).toMatchObject({ kind: "refused", code: "unknown-source" });
});
