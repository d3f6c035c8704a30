import { expect, test } from "vitest";
import { normalise } from "../../../src/event/index.ts";

const line = (request: string, rest = '200 5 "-" "-"') => ({
  message: `192.0.2.1 - - [25/Nov/2026:10:00:00 +0100] "${request}" ${rest}`,
});

test.each([
  { record: line("GET /a?b HTTP/1.1"), name: "cs-method", values: ["GET"], because: "the first word" },
  {
    record: line("GET /a?b HTTP/1.1"),
    name: "cs-uri-query",
    values: ["/a?b", "b"],
    because: "rules look for paths there",
  },
  { record: line("GET /a HTTP/1.1"), name: "cs-uri-query", values: ["/a"], because: "also where there is no query" },
  { record: line("GET /a b HTTP/1.1"), name: "cs-uri", values: ["/a b"], because: "a client may send spaces" },
  { record: line("GET /a"), name: "cs-uri", values: ["/a"], because: "HTTP 0.9 has no version" },
  { record: line('GET /\\"a\\\\ HTTP/1.1'), name: "cs-uri", values: ['/"a\\'], because: "servers escape quotes" },
  { record: line("GET /\\xc3\\xa9 HTTP/1.1"), name: "cs-uri", values: ["/é"], because: "and bytes" },
  { record: line("GET / HTTP/1.1"), name: "cs-referer", values: undefined, because: "- is none" },
  { record: line("GET / HTTP/1.1", "200 5"), name: "sc-status", values: ["200"], because: "the common format" },
  {
    record: line("GET / HTTP/1.1", '200 5 "-" "a b" "c"'),
    name: "c-useragent",
    values: ["a b"],
    because: "more behind it",
  },
  {
    record: { "cs-method": "GET", "cs-uri-stem": "/a", "cs-uri-query": "b=c" },
    name: "cs-uri",
    values: ["/a?b=c"],
    because: "the parts make the whole",
  },
  {
    record: { "cs-method": "GET", "cs-uri-stem": "/a", "cs-uri-query": "-" },
    name: "cs-uri-query",
    values: ["/a"],
    because: "IIS writes - for no query",
  },
  {
    record: { "cs-method": "GET", "cs(User-Agent)": "a+b" },
    name: "c-useragent",
    values: ["a b", "a+b"],
    because: "IIS writes + for a space",
  },
  {
    record: { "cs-method": "GET", "c-useragent": "a+b c" },
    name: "cs-user-agent",
    values: ["a+b c"],
    because: "others do not",
  },
  { record: { "c-uri": "/", "cs-referer": "-" }, name: "cs-referer", values: [], because: "rules may ask for null" },
  {
    record: { "c-uri": "http://a.example/b.exe?c", "s-action": "x" },
    name: "c-uri",
    values: ["http://a.example/b.exe?c", "/b.exe?c"],
    because: "rules of proxies are written for either",
  },
  { record: { "c-uri": "http://a.example/b" }, name: "r-dns", values: ["a.example"], because: "the URL has the host" },
  { record: { "c-uri": "http://a.example/b.exe?c" }, name: "c-uri-extension", values: ["exe"], because: "of the path" },
])("$name of $record is $values: $because", ({ record, name, values }) => {
  expect(normalise(record).field(name)).toEqual(values);
});

test.each([
  { message: "[25/Nov/2026:10:00:00 +0000] GET /", because: "there is no client" },
  { message: "a - - [25/Nov/2026 10:00:00] x", because: "the time is written otherwise" },
  { message: 'a - - [25/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" ok', because: "there is no status" },
])("$message is no line of an access log: $because", ({ message }) => {
  expect(normalise({ message }).classification.categories).toEqual([]);
});
