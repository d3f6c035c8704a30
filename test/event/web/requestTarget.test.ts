import { expect, test } from "vitest";
import { extensionOf, readTarget } from "../../../src/event/web/requestTarget.ts";

test.each([
  { target: "/a/b?c=d?e", is: { host: undefined, path: "/a/b", query: "c=d?e" }, because: "the first ? counts" },
  { target: "/a", is: { host: undefined, path: "/a", query: undefined }, because: "there is no query" },
  { target: "/a?", is: { host: undefined, path: "/a", query: "" }, because: "an empty query is one" },
  {
    target: "/?u=http://x/y",
    is: { host: undefined, path: "/", query: "u=http://x/y" },
    because: "a URL in the query",
  },
  { target: "http://a.example:80/b?c", is: { host: "a.example", path: "/b", query: "c" }, because: "a whole URL" },
  {
    target: "https://u:p@a.example",
    is: { host: "a.example", path: "/", query: undefined },
    because: "a user before it",
  },
  { target: "http://a.example?b", is: { host: "a.example", path: "/", query: "b" }, because: "a query without a path" },
  { target: "a.example:443", is: { host: "a.example", path: undefined, query: undefined }, because: "CONNECT" },
  { target: "a.example/b.exe?c", is: { host: "a.example", path: "/b.exe", query: "c" }, because: "no scheme" },
  { target: "*", is: { host: undefined, path: "*", query: undefined }, because: "OPTIONS" },
  { target: "\u0016\u0003", is: { host: undefined, path: "\u0016\u0003", query: undefined }, because: "it is no HTTP" },
])("$target is taken apart: $because", ({ target, is }) => {
  expect(readTarget(target)).toEqual(is);
});

test.each([
  { path: "/a/b.EXE", extension: "EXE" },
  { path: "/a.b/c", extension: undefined },
  { path: "/a/.env", extension: "env" },
  { path: "/a.", extension: undefined },
])("$path ends in $extension", ({ path, extension }) => {
  expect(extensionOf(path)).toBe(extension);
});
