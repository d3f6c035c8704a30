import { expect, test } from "vitest";
import { decodeBody, decodeRecords } from "../../src/ingest/index.ts";

test.each([
  { item: '{"record":{"a":1}}', says: {}, because: "nothing but the record" },
  { item: '{"id":"e-1","record":{"a":1}}', says: { clientId: "e-1" }, because: "an id is text" },
  { item: '{"id":42,"record":{"a":1}}', says: { clientId: "42" }, because: "or an integer" },
  {
    item: '{"id":18446744073709551615,"record":{"a":1}}',
    says: { clientId: "18446744073709551615" },
    because: "of any size",
  },
  {
    item: '{"time":"2026-03-02T09:14:07Z","record":{"a":1}}',
    says: { timeMs: 1772442847000 },
    because: "time is ISO 8601",
  },
  { item: '{"time":1772442847.5,"record":{"a":1}}', says: { timeMs: 1772442847500 }, because: "or seconds" },
  { item: '{"id":null,"time":null,"logsource":null,"record":{"a":1}}', says: {}, because: "null says nothing" },
  {
    item: '{"logsource":{"product":"linux","category":"process_creation","service":null},"record":{"a":1}}',
    says: { logsource: { product: "linux", categories: ["process_creation"] } },
    because: "a logsource is as Sigma writes it",
  },
])("$item says $says: $because", async ({ item, says }) => {
  const record = { index: 0, text: '{"a":1}', record: { a: 1 }, ...says };
  expect(await decodeBody(Buffer.from(item))).toEqual({ kind: "decoded", items: 1, records: [record], rejections: [] });
});

test("the wrapped record keeps its text byte for byte", async () => {
  const record = '{ "n" : 18446744073709551615,\t"é":"\\u00e9" }';
  const decoded = await decodeBody(Buffer.from(`[{"id":"x", "record" : ${record} }]`));
  expect(decoded).toMatchObject({ records: [{ text: record, record: { n: "18446744073709551615" } }] });
});

test.each([
  { item: '{"record":{"a":1},"host":"h"}', because: "there is another key" },
  { item: '{"record":[1]}', because: "record is no object" },
  { item: '{"id":1,"time":2}', because: "there is no record" },
])("$item is an event of its own: $because", async ({ item }) => {
  expect(await decodeBody(Buffer.from(item))).toMatchObject({ records: [{ text: item }] });
});

test.each([
  { item: '{"id":"","record":{}}', because: "an id is not empty" },
  { item: '{"id":1.5,"record":{}}', because: "a fraction is no id" },
  { item: '{"id":{},"record":{}}', because: "an object is no id" },
  { item: `{"id":"${"x".repeat(513)}","record":{}}`, because: "an id has a length" },
  { item: '{"time":"yesterday","record":{}}', because: "that is no time" },
  { item: '{"logsource":"windows","record":{}}', because: "a logsource is an object" },
  { item: '{"logsource":{"produkt":"windows"},"record":{}}', because: "it has three keys" },
  { item: '{"logsource":{"product":1},"record":{}}', because: "they are texts" },
])("$item is an invalid wrapper: $because", async ({ item }) => {
  const decoded = await decodeBody(Buffer.from(`{"ok":1}\n${item}`));
  expect(decoded).toMatchObject({ records: [{ index: 0 }], rejections: [{ index: 1, code: "invalid-wrapper" }] });
});

test("a record may be as deep in its wrapper as without", async () => {
  const record = `${'{"a":'.repeat(63)}{}${"}".repeat(63)}`;
  expect(await decodeBody(Buffer.from(`{"record":${record}}`))).toMatchObject({ records: [{ text: record }] });
  expect(await decodeBody(Buffer.from(`{"record":{"a":${record}}}`))).toMatchObject({
    rejections: [{ code: "too-deep" }],
  });
});

test("events that are taken out already are read the same way, as text or as objects", async () => {
  const items = [
    '{"n":18446744073709551615}',
    { a: 1 },
    { id: "x", record: { b: 2 } },
    '{"id":"y","record":{"c":3}}',
    "no",
  ];
  expect(await decodeRecords(items)).toMatchObject({
    records: [
      { index: 0, text: '{"n":18446744073709551615}' },
      { index: 1, text: '{"a":1}', record: { a: 1 } },
      { index: 2, text: '{"b":2}', clientId: "x" },
      { index: 3, text: '{"c":3}', clientId: "y" },
    ],
    rejections: [{ index: 4, code: "invalid-json" }],
  });
});
