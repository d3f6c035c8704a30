import { expect, test } from "vitest";
import { viewEvent } from "../../../src/engine/eventView.ts";
import { compilePattern } from "../../../src/engine/matchers.ts";
import { makeEvent } from "../makeEvent.ts";

const isNull = compilePattern({ kind: "null" });
const exists = compilePattern({ kind: "exists", expected: true });
const missing = compilePattern({ kind: "exists", expected: false });

test.each([
  { what: "an absent field", fields: {}, null: true, exists: false },
  { what: "null", fields: { f: null }, null: true, exists: true },
  { what: "the empty string", fields: { f: "" }, null: false, exists: true },
  { what: "an empty list", fields: { f: [] }, null: true, exists: true },
  { what: "a value", fields: { f: "x" }, null: false, exists: true },
  { what: "zero", fields: { f: 0 }, null: false, exists: true },
  { what: "false", fields: { f: false }, null: false, exists: true },
  { what: "a list with a null", fields: { f: ["x", null] }, null: true, exists: true },
  { what: "a list without one", fields: { f: ["x", ""] }, null: false, exists: true },
  { what: "an object", fields: { "f.g": "x" }, null: false, exists: true },
  { what: "a field with a longer name", fields: { fg: "x", "g.f": "x" }, null: true, exists: false },
])("$what: null is $null, exists is $exists", ({ fields, ...verdict }) => {
  const field = viewEvent(makeEvent(fields)).field("f");
  expect(isNull(field) !== undefined).toBe(verdict.null);
  expect(exists(field) !== undefined).toBe(verdict.exists);
  expect(missing(field) !== undefined).toBe(!verdict.exists);
});

test("an object whose leaves have Sigma names is still there", () => {
  const event = makeEvent({ CommandLine: "x" }, { aliases: new Map([["process.command_line", "CommandLine"]]) });
  expect(exists(viewEvent(event).field("process"))).toEqual({});
});
