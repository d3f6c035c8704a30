import { expect, test } from "vitest";
import { decodeBody, decodeStream, defaultRequestLimits, type Decoded } from "../../src/ingest/index.ts";

const plain = '{"p":1}';
const [a, b] = ['{"a":1}', '{"b":2}'];
const file = `{"Records":[${a},${b}]}`;

const decode = (body: string, limits = defaultRequestLimits) => decodeBody(Buffer.from(body), {}, limits);

/** Each event as `index.position text`. */
function eventsOf(decoded: Decoded): readonly string[] {
  if (decoded.kind === "refused") throw new Error(decoded.message);
  return decoded.records.map(({ index, position, text }) => `${index}.${position ?? "-"} ${text}`);
}

test.each([
  { body: file, events: [`0.0 ${a}`, `0.1 ${b}`], because: "all have the record's own place" },
  {
    body: `${plain}\n${file}\n${plain}`,
    events: [`0.- ${plain}`, `1.0 ${a}`, `1.1 ${b}`, `2.- ${plain}`],
    because: "what follows counts on from it",
  },
  { body: `[${file},${plain}]`, events: [`0.0 ${a}`, `0.1 ${b}`, `1.- ${plain}`], because: "in an array too" },
  { body: `{"id":"f","record":${file}}`, events: [`0.0 ${a}`, `0.1 ${b}`], because: "and in a wrapper" },
])("$body holds $events: $because", async ({ body, events }) => {
  expect(eventsOf(await decode(body))).toEqual(events);
});

test("what the wrapper says is said of each event", async () => {
  const wrapper = '"id":"f","time":"2026-01-01T00:00:00Z","logsource":{"product":"aws"}';
  const decoded = await decode(`{${wrapper},"record":${file}}`);
  const said = { clientId: "f", timeMs: 1_767_225_600_000, logsource: { product: "aws" } };
  expect(decoded).toMatchObject({
    records: [
      { ...said, position: 0 },
      { ...said, position: 1 },
    ],
  });
});

const large = `{"Records":[${Array.from({ length: 30 }, (_, n) => `{"n":${n},"fill":"${"x".repeat(50_000)}"}`).join(",")}]}`;

test.each([
  { body: large, because: "alone" },
  { body: `{"id":"f","record":${large}}`, because: "in a wrapper" },
  { body: `{"record" : ${large} , "id": 5}`, because: "in a wrapper that ends with what it says" },
])("a record of 1.5 MB that holds 30 events gives them: $because", async ({ body }) => {
  const decoded = await decode(body);
  expect(decoded).toMatchObject({ kind: "decoded", items: 1, rejections: [] });
  expect(eventsOf(decoded).map((event) => event.slice(0, 12).trim())).toEqual(
    Array.from({ length: 30 }, (_, n) => `0.${n} {"n":${n},"fill"`.slice(0, 12).trim()),
  );
});

test.each([
  { body: `{"id":"","record":${large}}`, code: "invalid-wrapper", because: "an id is not empty" },
  { body: `{"id":"f","record":${large},"x":1}`, code: "too-large", because: "it is no wrapper" },
  { body: `{"id":"f","record":{"a":${large}}}`, code: "too-large", because: "the record in it is one event" },
])("a large record is refused: $because", async ({ body, code }) => {
  expect(await decode(body)).toMatchObject({ records: [], rejections: [{ index: 0, code }] });
});

test("the limit of a request counts the events, not the records", async () => {
  const limits = { ...defaultRequestLimits, events: 4 };
  expect(eventsOf(await decode(`${file}\n${file}`, limits))).toHaveLength(4);
  expect(await decode(`${file}\n${file}\n${plain}`, limits)).toMatchObject({ code: "too-many-events" });
  expect(await decode(`${plain}\n${file}\n${file}`, limits)).toMatchObject({ code: "too-many-events" });
  expect(await decode(`{"Records":[{},7,7,7,7]}`, limits)).toMatchObject({ code: "too-many-events" });
});

test("records that hold nothing are not free of limits", async () => {
  const limits = { ...defaultRequestLimits, events: 4 };
  expect(await decode('{"Records":[]}\n'.repeat(5), limits)).toMatchObject({ code: "too-many-events" });
});

test("in a file the ordinals count through the portions", async () => {
  const lines = Array.from({ length: 40 }, (_, n) =>
    n % 2 === 0 ? file : `{"n":${n},"fill":"${"x".repeat(250_000)}"}`,
  );
  const seen: string[] = [];
  let portions = 0;
  for await (const decoded of decodeStream(inChunks(lines.join("\n")))) {
    portions++;
    seen.push(...eventsOf(decoded).map((event) => event.split(" ")[0] ?? ""));
  }
  expect(portions).toBeGreaterThan(1);
  expect(seen).toEqual(lines.flatMap((_, n) => (n % 2 === 0 ? [`${n}.0`, `${n}.1`] : [`${n}.-`])));
});

// eslint-disable-next-line @typescript-eslint/require-await -- a stream is asynchronous, even one that has it all
async function* inChunks(text: string): AsyncGenerator<Buffer> {
  for (let at = 0; at < text.length; at += 65_536) yield Buffer.from(text.slice(at, at + 65_536));
}
