import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { decodeBody } from "../../src/ingest/index.ts";
import { parseJson } from "../../src/std/index.ts";

// Events are matched by the texts that are kept of them, and refused by their records: the two must be one.

const text = String.raw`{"\u0061":18446744073709551615,"b":1e400,"c":-0,"\ud83e\udd8a":"\u0000","a":[1.50,{"__proto__":{}}]}`;
const audit = (type: string) => `type=${type} msg=audit(1764061200.417:9021): arch=c000003e`;

const bodies = [
  { body: text, because: "numbers, escapes, equal names" },
  { body: `[${text} , ${text}]`, because: "an array" },
  { body: `{"id":1, "record" : ${text} }`, because: "a wrapper" },
  { body: String.raw`{"record":{"x":1},"\u0072ecord":${text},"id":"i"}`, because: "a wrapper with two records" },
  { body: `{"Records":[${text},{"x":1}]}`, because: "a record that holds many" },
  { body: `{"Records":[{"x":1}],"Records":[${text}]}`, because: "two lists in it" },
  {
    body: `{"time":"2026-01-01T00:00:00Z","record":{"Records":[${text}]}}`,
    because: "a record that holds many, wrapped",
  },
  {
    body: `{"Records":[${Array.from({ length: 40 }, () => `{"f":"${"x".repeat(40_000)}"}`).join()}]}`,
    because: "long",
  },
  { body: `  a line with "quotes" \\ and é\r\n\tanother`, source: "syslog", because: "raw lines" },
  { body: `${audit("SYSCALL")}\n${audit("PATH")}`, source: "auditd", because: "records that are joined" },
];

test.each(bodies)("what is kept of a body is what was read of it: $because", async ({ body, source }) => {
  const decoded = await decodeBody(Buffer.from(body), { source });
  if (decoded.kind === "refused") throw new Error(decoded.message);
  expect(decoded.records.length).toBeGreaterThan(0);
  expect(decoded.rejections).toEqual([]);
  for (const one of decoded.records) expect(parseJson(one.text)).toEqual({ kind: "json", value: one.record });
});

test("and of every event that we have", async () => {
  const folder = path.join(import.meta.dirname, "../data/events");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  expect(files.length).toBeGreaterThan(50);
  for (const name of files) {
    const decoded = await decodeBody(readFileSync(path.join(folder, name)));
    const records = decoded.kind === "decoded" ? decoded.records : [];
    for (const one of records) expect(parseJson(one.text), name).toEqual({ kind: "json", value: one.record });
  }
});
