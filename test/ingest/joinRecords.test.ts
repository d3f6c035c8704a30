import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { decodeBody, decodeRecords, decodeStream, defaultRequestLimits, type Decoded } from "../../src/ingest/index.ts";

const line = (type: string, serial: number, rest = "") => `type=${type} msg=audit(1700000000.123:${serial}): ${rest}`;
const sent = (text: string, more: object = {}) => JSON.stringify({ message: text, ...more });
const ordinals = (decoded: Decoded) =>
  decoded.kind === "refused" ? decoded.code : decoded.records.map(({ index }) => index);

test("records of one audit event become one, in the place and with the ordinal of the last", async () => {
  const lines = [
    sent(line("SYSCALL", 1)),
    sent(line("SYSCALL", 2)),
    sent(line("EXECVE", 1)),
    '{"a":1}',
    sent(line("CWD", 1)),
    sent(line("EXECVE", 2)),
  ];
  const decoded = await decodeBody(Buffer.from(lines.join("\n")));
  expect(ordinals(decoded)).toEqual([3, 4, 5]);
});

test("the text of a joined event has those of its records, unchanged, and is its record", async () => {
  const first = `{ "message": ${JSON.stringify(line("SYSCALL", 1))}, "big": 12345678901234567890 }`;
  const second = sent(line("EXECVE", 1));
  const decoded = await decodeBody(Buffer.from(`${first}\n${second}`));
  const [joined] = decoded.kind === "decoded" ? decoded.records : [];
  expect(joined?.text).toBe(`{"audit_records":[${first},${second}]}`);
  expect(joined?.record).toMatchObject({ audit_records: [{ message: line("SYSCALL", 1) }, JSON.parse(second)] });
});

test.each([
  { other: sent(line("EXECVE", 2)), because: "another serial number" },
  { other: sent(line("EXECVE", 1), { host: { name: "b" } }), because: "another machine" },
  { other: sent(`node=b ${line("EXECVE", 1)}`), because: "another node" },
  { other: sent("type=EXECVE msg=audit(1700000001.123:1): "), because: "another time" },
  { other: sent("no record"), because: "it is something else" },
  {
    other: `{"logsource":{"service":"x"},"record":${sent(line("EXECVE", 1))}}`,
    because: "its sender says another thing",
  },
])("$other is not joined: $because", async ({ other }) => {
  expect(ordinals(await decodeBody(Buffer.from(`${sent(line("SYSCALL", 1))}\n${other}`)))).toEqual([0, 1]);
});

test.each([
  {
    items: [
      { type: "SYSCALL", msg: "audit(1.5:1):", syscall: "59" },
      { type: "EXECVE", msg: "audit(1.5:1):", a0: "ls" },
    ],
    because: "lines taken apart",
  },
  {
    items: ["syscall", "execve"].map((action) => ({
      "@timestamp": "2026-11-25T10:00:00.123Z",
      auditd: { log: { sequence: 7 } },
      event: { action },
    })),
    because: "Filebeat's module keeps the time in the envelope",
  },
])("records in other forms are joined too: $because", async ({ items }) => {
  expect(ordinals(await decodeRecords(items))).toEqual([1]);
});

test("records with ids of their senders become an event with an id that a retry has as well", async () => {
  const items = ["SYSCALL", "EXECVE"].map((type, at) => ({ id: `x${at}`, record: { message: line(type, 1) } }));
  expect(await decodeRecords(items)).toMatchObject({ records: [{ index: 1, clientId: "x0\nx1" }] });
});

test("records that would be too large together stay apart", async () => {
  const limits = { ...defaultRequestLimits, record: { ...defaultRequestLimits.record, textBytes: 150 } };
  const body = [line("SYSCALL", 1, "a".repeat(40)), line("EXECVE", 1, "b".repeat(40))]
    .map((text) => sent(text))
    .join("\n");
  expect(ordinals(await decodeBody(Buffer.from(body), {}, limits))).toEqual([0, 1]);
});

test("in a file they are joined across the portions that it is read in", async () => {
  const filler = Array.from({ length: 45_000 }, (_, at) => sent(line("CRED_ACQ", at + 10, "x".repeat(60))));
  const lines = [...filler.slice(0, -1), sent(line("SYSCALL", 1)), filler.at(-1) ?? "", sent(line("EXECVE", 1))];
  const body = Buffer.from(lines.join("\n"));
  const records: number[] = [];
  let portions = 0;
  const chunks = Readable.from(cut(body, 100_000)) as AsyncIterable<Buffer>;
  for await (const decoded of decodeStream(chunks)) {
    portions++;
    if (decoded.kind === "decoded") records.push(...decoded.records.map(({ index }) => index));
  }
  expect(portions).toBeGreaterThan(1);
  expect(records).toHaveLength(45_001);
  expect(records.filter((index) => index === 44_999 || index === 45_001)).toEqual([45_001]);
});

function* cut(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
