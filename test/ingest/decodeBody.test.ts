import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { decodeBody, defaultRequestLimits, type Decoded } from "../../src/ingest/index.ts";

const a = '{"a":1}';
const big = '{"id" : 18446744073709551615 , "n":1e0}';
const pretty = '{\n  "a": {\n    "b": [1]\n  }\n}';

test.each([
  { body: a, texts: [a], because: "one object" },
  { body: ` ${a}\r\n`, texts: [a], because: "white space around it is not part of it" },
  { body: `\uFEFF${a}`, texts: [a], because: "nor is a byte order mark" },
  { body: `${a}\n${big}\n`, texts: [a, big], because: "lines, byte for byte" },
  { body: `${a}\r\n\r\n${big}`, texts: [a, big], because: "blank lines do not count" },
  { body: `[${a}, ${big}]`, texts: [a, big], because: "elements of an array, byte for byte" },
  { body: `[\n${a},\n${big}\n]`, texts: [a, big], because: "an array over several lines" },
  { body: `${a}${big}`, texts: [a, big], because: "objects in a row" },
  { body: `${a},\n ${big},`, texts: [a, big], because: "commas between them" },
  { body: pretty, texts: [pretty], because: "an object over several lines" },
  { body: `${pretty}\n${pretty}`, texts: [pretty, pretty], because: "several of them" },
  { body: `[${a}]\n[${big}]`, texts: [a, big], because: "an array per line" },
  { body: `${a}\n${a}${big}\n${a}`, texts: [a, a, big, a], because: "a line of two objects among lines" },
  { body: `{"s":"}{"}\n${a}`, texts: ['{"s":"}{"}', a], because: "brackets in a string" },
  { body: "[]", texts: [], because: "an empty array" },
  { body: '{"a":"\\u0000"}', texts: ['{"a":"\\u0000"}'], because: "an escaped U+0000 is text" },
])("$body holds $texts: $because", async ({ body, texts }) => {
  for (const contentType of ["application/json", "application/x-ndjson; charset=utf-8", undefined]) {
    const decoded = await decodeBody(Buffer.from(body), { contentType });
    expect(decoded).toMatchObject({ kind: "decoded", rejections: [] });
    expect(textsOf(decoded)).toEqual(texts);
  }
});

test.each([
  { body: `${a}\n{"b":\n${a}`, good: [0, 2], bad: [[1, "invalid-json", "line 2, column 6: the text ends too early"]] },
  { body: `{"b":\n${a}\n${a}`, good: [1, 2], bad: [[0, "invalid-json", "line 1, column 6: the text ends too early"]] },
  {
    body: `{"s":"x\n${a}\n${a}`,
    good: [1, 2],
    bad: [[0, "invalid-json", "line 1, column 6: the string that starts here is not closed"]],
  },
  {
    body: `${a}\n7\n"x"\nnull`,
    good: [0],
    bad: [
      [1, "not-an-object"],
      [2, "not-an-object"],
      [3, "not-an-object"],
    ],
  },
  {
    body: `${a}\n${a} x`,
    good: [0],
    bad: [[1, "invalid-json", "line 2, column 9: there is more text after the value"]],
  },
  { body: `[${a},{"b":no},${a}]`, good: [0, 2], bad: [[1, "invalid-json", "line 1, column 15: expected a value"]] },
  {
    body: `[${a},\n[1],\n7]`,
    good: [0],
    bad: [
      [1, "not-an-object"],
      [2, "not-an-object"],
    ],
  },
  {
    body: `[${a},\n{"b":1`,
    good: [0],
    bad: [[1, "invalid-json", "line 2, column 1: the object that starts here is not closed"]],
  },
  {
    body: `[${a},\n${a}`,
    good: [0, 1],
    bad: [[2, "invalid-json", "line 1, column 1: the array that starts here is not closed"]],
  },
  { body: `[${a}] <html>`, good: [0], bad: [[1, "invalid-json", "line 1, column 11: expected a value"]] },
  {
    body: `${a}{"b":`,
    good: [0],
    bad: [[1, "invalid-json", "line 1, column 8: the object that starts here is not closed"]],
  },
  {
    body: `[${a},{"s":"\u0000"}]`,
    good: [0],
    bad: [[1, "invalid-json", "line 1, column 16: a control character in a string is not escaped"]],
  },
  { body: `\n \r\n\t${a}\n  {"b":x}`, good: [0], bad: [[1, "invalid-json", "line 4, column 8: expected a value"]] },
  { body: "<html>", good: [], bad: [[0, "invalid-json", "line 1, column 1: expected a value"]] },
])("$body keeps $good and rejects $bad", async ({ body, good, bad }) => {
  const decoded = await decodeBody(Buffer.from(body));
  if (decoded.kind === "refused") throw new Error(decoded.message);
  expect(decoded.records.map(({ index }) => index)).toEqual(good);
  const found = decoded.rejections.map(({ index, code, message }) => [index, code, message]);
  expect(found.map((rejection, at) => rejection.slice(0, bad[at]?.length))).toEqual(bad);
});

const bytes = (...parts: readonly (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.of(part))));

test.each([
  { body: bytes(`${a}\n{"b":"`, 0xff, `"}\n${a}`), good: [0, 2], because: "a byte that is never UTF-8, on a line" },
  { body: bytes(`[{"é":"😀�"},{"b":"`, 0xc3, `"},{"b":"é"}]`), good: [0, 2], because: "half a character, in an array" },
  { body: bytes(`${a}\n{"b":"`, 0xed, 0xa0, 0x80, `"}`), good: [0], because: "a surrogate written as UTF-8" },
  { body: bytes(`${a}\n{"b":"`, 0xc0, 0xaf, `"}`), good: [0], because: "a character longer than need be" },
  { body: bytes(`${a}\n{"b":"`, 0xf4, 0x90, 0x80, 0x80, `"}`), good: [0], because: "a character beyond Unicode" },
])("what is not UTF-8 is rejected and harms nothing else: $because", async ({ body, good }) => {
  const decoded = await decodeBody(body);
  if (decoded.kind === "refused") throw new Error(decoded.message);
  expect(decoded.records.map(({ index }) => index)).toEqual(good);
  expect(decoded.rejections).toMatchObject([{ index: 1, code: "invalid-text" }]);
});

test("text around damage is decoded as it is", async () => {
  const decoded = await decodeBody(bytes('{"a":"é€😀�"}\n{"b":"', 0x80, '"}'));
  expect(textsOf(decoded)).toEqual(['{"a":"é€😀�"}']);
});

test("UTF-16 with its byte order mark is read", async () => {
  expect(textsOf(await decodeBody(Buffer.from(`\uFEFF${a}\n{"é":2}`, "utf16le")))).toEqual([a, '{"é":2}']);
});

const small = { ...defaultRequestLimits, unpackedBytes: 100, events: 3 };
const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, "[")).subarray(0, 20_000);

test.each([
  { name: "an empty body", body: "", code: "empty" },
  { name: "blank lines", body: " \r\n\n", code: "empty" },
  { name: "an empty gzip", body: gzipSync(""), code: "empty" },
  { name: "a body over the limit", body: "x".repeat(101), code: "too-large" },
  { name: "a gzip over the limit", body: gzipSync("x".repeat(101)), code: "too-large" },
  { name: "a bomb, before its end is missed", body: bomb, code: "too-large" },
  { name: "four events", body: `${a}\n${a}\n${a}\n${a}`, code: "too-many-events" },
  { name: "three events and a broken one", body: `[${a},${a},${a},7]`, code: "too-many-events" },
  { name: "half a gzip", body: gzipSync(a).subarray(0, 15), code: "broken-encoding" },
  { name: "a gzip that is none", body: a, contentEncoding: "gzip", code: "broken-encoding" },
  { name: "another encoding", body: a, contentEncoding: "br", code: "unknown-encoding" },
  { name: "two encodings", body: gzipSync(a), contentEncoding: "gzip, gzip", code: "unknown-encoding" },
])("$name is refused as $code", async ({ body, code, contentEncoding }) => {
  const decoded = await decodeBody(Buffer.from(body), { contentEncoding }, small);
  expect(decoded).toMatchObject({ kind: "refused", code });
});

test.each([
  { contentEncoding: "gzip", body: gzipSync(a) },
  { contentEncoding: "X-GZIP", body: gzipSync(a) },
  { contentEncoding: undefined, body: gzipSync(a) },
  { contentEncoding: "identity", body: gzipSync(a) },
  { contentEncoding: "gzip", body: Buffer.concat([gzipSync(`${a}\n`), gzipSync("")]) },
  { contentEncoding: "identity", body: Buffer.from(a) },
])("a body in $contentEncoding is unpacked by what it is", async ({ contentEncoding, body }) => {
  expect(textsOf(await decodeBody(body, { contentEncoding }))).toEqual([a]);
});

test.each([
  { name: "blank lines", body: `${a}${"\n".repeat(30_000_000)}${a}` },
  { name: "commas", body: `${a}${a}${",".repeat(30_000_000)}` },
  { name: "nested lists on a line", body: `${a}\n${"[".repeat(15_000_000)}${"]".repeat(15_000_000)}\n${a}` },
  { name: "an open list", body: `${a}${a}${"[".repeat(30_000_000)}` },
])("a body of $name is read in bounded time and memory", async ({ body }) => {
  expect(await decodeBody(Buffer.from(body))).toMatchObject({ kind: "decoded", records: [{ text: a }, { text: a }] });
});

test("records over a limit are rejected one by one", async () => {
  const limits = {
    ...defaultRequestLimits,
    record: { ...defaultRequestLimits.record, textBytes: 40, leaves: 3, depth: 2 },
  };
  const body = `${a}\n{"a":{"b":{}}}\n{"a":[1,2,3,4]}\n{"a":"${"x".repeat(40)}"}`;
  expect(await decodeBody(Buffer.from(body), {}, limits)).toMatchObject({
    records: [{ index: 0 }],
    rejections: [
      { index: 1, code: "too-deep" },
      { index: 2, code: "too-many-leaves" },
      { index: 3, code: "too-large" },
    ],
  });
});

function textsOf(decoded: Decoded): readonly string[] {
  if (decoded.kind === "refused") throw new Error(decoded.message);
  return decoded.records.map(({ text }) => text);
}
