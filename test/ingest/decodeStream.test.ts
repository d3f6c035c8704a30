import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { decodeStream, defaultRequestLimits, type Decoded } from "../../src/ingest/index.ts";

const line = (index: number) => `{"index":${index},"pad":"${"é".repeat(200)}"}`;
const many = Array.from({ length: 12_000 }, (_, index) => (index === 11_000 ? '{"broken":' : line(index)));

test.each([
  { name: "plain", file: Buffer.from(many.join("\n")) },
  { name: "gzip", file: gzipSync(many.join("\r\n")) },
])("a long $name file of lines comes in portions that count through", async ({ file }) => {
  const portions = await read(file);
  const records = portions.flatMap((portion) => (portion.kind === "decoded" ? portion.records : []));
  expect(portions.length).toBeGreaterThan(1);
  expect(records).toHaveLength(11_999);
  expect(records.every(({ index, record }) => record["index"] === index)).toBe(true);
  expect(portions.flatMap((portion) => (portion.kind === "decoded" ? portion.rejections : []))).toMatchObject([
    { index: 11_000, code: "invalid-json", message: "line 11001, column 11: the text ends too early" },
  ]);
});

test.each([
  { name: "an array", text: `[${many.slice(0, 11_000).join(",\n")}]` },
  { name: "objects in a row", text: many.slice(0, 11_000).join("") },
  { name: "objects over several lines", text: many.slice(0, 11_000).join("").replaceAll(",", ",\n ") },
])("a long file of $name is read whole", async ({ text }) => {
  const portions = await read(Buffer.from(text));
  expect(portions).toHaveLength(1);
  expect(portions[0]).toMatchObject({ kind: "decoded", rejections: [] });
  expect(portions[0]?.kind === "decoded" && portions[0].records.length).toBe(11_000);
});

test.each([
  { name: "an empty file", file: Buffer.from(" \n"), parts: ["empty"] },
  {
    name: "a gzip that ends too early",
    file: gzipSync(many.join("\n")).subarray(0, 2000),
    parts: ["decoded", "broken-encoding"],
  },
  {
    name: "a file without a place to cut",
    file: Buffer.from(`[${"1,".repeat(6_000_000)}1]`),
    parts: ["too-large"],
  },
])("$name gives $parts", async ({ file, parts }) => {
  const portions = await read(file, { ...defaultRequestLimits, unpackedBytes: 10_000_000, events: Infinity });
  expect(portions.map((portion) => (portion.kind === "refused" ? portion.code : portion.kind))).toEqual(parts);
});

async function read(file: Buffer, limits?: Parameters<typeof decodeStream>[1]): Promise<Decoded[]> {
  const chunks = Array.from({ length: Math.ceil(file.length / 65_536) }, (_, index) =>
    file.subarray(index * 65_536, (index + 1) * 65_536),
  );
  const portions: Decoded[] = [];
  for await (const portion of decodeStream(Readable.from(chunks), limits)) portions.push(portion);
  return portions;
}
