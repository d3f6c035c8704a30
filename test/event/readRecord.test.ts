import { expect, test } from "vitest";
import { defaultLimits, readRecord, type JsonObject } from "../../src/event/index.ts";

const nested = (depth: number) => `${'{"a":'.repeat(depth - 1)}{}${"}".repeat(depth - 1)}`;
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, index]));
const wide = (leaves: number) => JSON.stringify({ a: Array.from({ length: leaves }, () => 0) });
const long = (bytes: number) => `{"a":"${"x".repeat(bytes - 8)}"}`;

test.each([
  { name: "64 levels", text: nested(64), because: "the limit itself is allowed" },
  { name: "20,000 values", text: wide(20_000), because: "the limit itself is allowed" },
  { name: "1 MiB", text: long(2 ** 20), because: "the limit itself is allowed" },
  { name: "an escaped U+0000", text: '{"a":"\\u0000"}', because: "escaped it is plain text" },
  { name: "a pair of surrogates", text: '{"a":"😀"}', because: "a pair is one character" },
])("a record with $name is taken: $because", ({ text }) => {
  expect(readRecord(text)).toEqual({ kind: "record", text, record: JSON.parse(text) as JsonObject });
});

test.each([
  { name: "65 levels", text: nested(65), code: "too-deep" },
  { name: "100,000 levels", text: nested(100_000), code: "too-deep" },
  { name: "20,001 values", text: wide(20_001), code: "too-many-leaves" },
  { name: "20,001 empty objects", text: `{"a":[${"{},".repeat(20_000)}{}]}`, code: "too-many-leaves" },
  { name: "one long name above many", text: JSON.stringify({ ["n".repeat(9000)]: many(500) }), code: "names-too-long" },
  { name: "one byte over 1 MiB", text: long(2 ** 20 + 1), code: "too-large" },
  { name: "few characters of many bytes", text: `{"a":"${"€".repeat(350_000)}"}`, code: "too-large" },
  { name: "half a surrogate pair", text: '{"a":"\ud83d"}', code: "invalid-text" },
  { name: "a raw U+0000", text: '{"a":"\u0000"}', code: "invalid-json" },
  { name: "a list", text: "[{}]", code: "not-an-object" },
  { name: "null", text: "null", code: "not-an-object" },
  { name: "broken JSON", text: '{"a":}', code: "invalid-json" },
])("$name is refused as $code", ({ text, code }) => {
  expect(readRecord(text)).toMatchObject({ kind: "refused", code });
});

test("broken JSON is blamed at its place", () => {
  expect(readRecord('{\n"a": x}')).toMatchObject({ message: "line 2, column 6: expected a value" });
});

test("an object that is parsed already is taken with its text", () => {
  expect(readRecord({ a: [1] })).toEqual({ kind: "record", text: '{"a":[1]}', record: { a: [1] } });
});

test("an object that is too deep is refused before it is printed", () => {
  let record: JsonObject = {};
  for (let depth = 0; depth < 100_000; depth++) record = { record };
  expect(readRecord(record)).toMatchObject({ kind: "refused", code: "too-deep" });
});

test("limits can be set", () => {
  expect(readRecord('{"a":[[]]}', { ...defaultLimits, depth: 2 })).toMatchObject({ code: "too-deep" });
  expect(readRecord('{"a":1,"b":2}', { ...defaultLimits, leaves: 1 })).toMatchObject({ code: "too-many-leaves" });
  expect(readRecord('{"a":1}', { ...defaultLimits, textBytes: 6 })).toMatchObject({ code: "too-large" });
});
