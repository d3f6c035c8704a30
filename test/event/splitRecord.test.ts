import { expect, test } from "vitest";
import { defaultLimits, readEvents, type JsonObject } from "../../src/event/index.ts";
import { envelopes } from "../../src/event/envelopes.ts";

const a = '{"a": 18446744073709551615 , "x":"}"}';
const b = '{ "b":\n 1e0}';

/** An example of each envelope, with the texts of the events in it. */
const examples = [
  { envelope: "cloudTrailFile", text: `{"Records": [${a},\n ${b}]}` },
  { envelope: "azureRecords", text: `{ "records":[${a} , ${b}] }` },
  { envelope: "graphPage", text: `{"@odata.context":"https://graph/$metadata#x","value":[${a},${b}]}` },
  { envelope: "kubernetesList", text: `{"kind":"EventList","apiVersion":"audit.k8s.io/v1","items":[${a},${b}]}` },
  { envelope: "workspacePage", text: `{"kind":"admin#reports#activities","etag":"e","items":[${a},${b}]}` },
  { envelope: "gcpEntries", text: `{"nextPageToken":"n","entries":[${a},${b}]}` },
  { envelope: "oktaHook", text: `{"eventType":"com.okta.event_hook","data":{"n":[1],"events":[${a},${b}]}}` },
  { envelope: "duoPage", text: `{"stat":"OK","response":{"authlogs":[${a},${b}],"metadata":{}}}` },
  { envelope: "oneLoginPage", text: `{"status":{"code":200},"pagination":{},"data":[${a},${b}]}` },
  { envelope: "bitbucketPage", text: `{"pagingInfo":{"lastPage":true},"entities":[${a},${b}]}` },
  {
    envelope: "cloudTrailLookup",
    text: `{"NextToken":"n","Events":[${lookup(a)},${lookup(b)}]}`,
  },
  {
    envelope: "cloudWatchLogs",
    text: `{"messageType":"DATA_MESSAGE","logGroup":"g","logEvents":[${logEvent(a)},${logEvent(b)}]}`,
  },
];

function lookup(text: string): string {
  return JSON.stringify({ EventId: "e", CloudTrailEvent: text });
}

function logEvent(text: string): string {
  return JSON.stringify({ id: "1", timestamp: 1, message: text });
}

const read = (item: string | JsonObject, limits = defaultLimits) => [...readEvents(item, limits)];

test("every envelope has an example", () => {
  expect(examples.map(({ envelope }) => envelope).sort()).toEqual(envelopes.map(({ name }) => name).sort());
});

test.each(examples)("$envelope gives its events, each with its own text", ({ text }) => {
  expect(read(text)).toMatchObject([
    { kind: "record", text: a, record: { a: "18446744073709551615" }, position: 0 },
    { kind: "record", text: b, record: { b: 1 }, position: 1 },
  ]);
});

test.each(examples)("$envelope gives the same events as an object", ({ text }) => {
  const records = read(JSON.parse(text) as JsonObject).map((reading) => reading.kind === "record" && reading.record);
  expect(records).toMatchObject([{ x: "}" }, { b: 1 }]);
});

test.each(examples.filter(({ envelope }) => !["oktaHook", "duoPage"].includes(envelope)))(
  "$envelope may be longer than an event may be",
  ({ text }) => {
    const limits = { ...defaultLimits, textBytes: text.length - 1 };
    expect(read(text, limits)).toMatchObject([
      { kind: "record", text: a, position: 0 },
      { kind: "record", text: b, position: 1 },
    ]);
  },
);

test.each([
  { text: `{"Records":[${a}],"more":1}`, because: "something else is beside the list" },
  { text: `{"records":{"a":[${a}]}}`, because: "there is no list" },
  { text: `{"items":[${a}],"kind":"PodList","apiVersion":"v1"}`, because: "it is a list of something else" },
  { text: `{"value":[1,2],"unit":"ms"}`, because: "a value may be a list" },
  { text: `{"value":[1,{"a":2}]}`, because: "nor does it begin with an object" },
  { text: `{"data":[${a}]}`, because: "anybody has data" },
  { text: `{"note":"\\"Records\\":[]"}`, because: "it is only written in a text" },
])("$text is one event: $because", ({ text }) => {
  expect(read(text)).toMatchObject([{ kind: "record", text }]);
  expect(read(text)[0]).not.toHaveProperty("position");
});

test("one that is bad does not keep the others", () => {
  const limits = { ...defaultLimits, leaves: 2 };
  expect(read(`{"Records":[${a},7,{"a":[1,2,3]},[${a}],${b}]}`, limits)).toMatchObject([
    { kind: "record", position: 0 },
    { kind: "refused", code: "not-an-object", message: "event 1 of the record: an event is a JSON object" },
    { kind: "refused", code: "too-many-leaves", position: 2 },
    { kind: "refused", code: "not-an-object", position: 3 },
    { kind: "record", text: b, position: 4 },
  ]);
});

test("the same holds for one that is longer than an event may be", () => {
  const limits = { ...defaultLimits, textBytes: 60 };
  const long = `{"long":"${"x".repeat(80)}"}`;
  expect(read(`{"records":[${a},${long},{"a":no},"x",${b}]}`, limits)).toMatchObject([
    { kind: "record", text: a },
    { kind: "refused", code: "too-large" },
    { kind: "refused", code: "invalid-json" },
    { kind: "refused", code: "not-an-object" },
    { kind: "record", text: b },
  ]);
});

test("what cannot be told apart in a long one is refused, not lost", () => {
  const limits = { ...defaultLimits, textBytes: 60 };
  expect(read(`{"records":[${a},:${b}${" ".repeat(60)}]}`, limits)).toMatchObject([
    { kind: "record", text: a },
    { kind: "refused", position: 1 },
  ]);
});

test("a text that is too long and holds no events is refused", () => {
  const limits = { ...defaultLimits, textBytes: 20 };
  for (const text of [`{"other":[${a}]}`, `{"records":[${a}`, `{"records" [${a}]}`, `{${"[".repeat(50)}`]) {
    expect(read(text, limits)).toMatchObject([{ kind: "refused", code: "too-large" }]);
  }
});

test("a line of a log that is no record is kept as its log event", () => {
  const plain = logEvent("2 111122223333 eni-0abc 10.0.0.1 10.0.0.2 443 ACCEPT OK");
  const broken = logEvent("{broken");
  const text = `{"messageType":"DATA_MESSAGE","logGroup":"g","logEvents":[${plain},${broken},${logEvent(a)}]}`;
  expect(read(text)).toMatchObject([{ text: plain }, { text: broken }, { text: a }]);
});

test("an empty list holds no event", () => {
  expect(read('{"Records":[]}')).toEqual([]);
});
