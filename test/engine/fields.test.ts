import { expect, test } from "vitest";
import { type Fields, makeEvent } from "./makeEvent.ts";
import { matchRule } from "./matchRule.ts";

const aliases = new Map([
  ["process.command_line", "CommandLine"],
  ["winlog.event_data.Image", "Image"],
]);

interface Row {
  readonly field: string;
  readonly fields: Fields;
  readonly matches: boolean;
  readonly because: string;
}

test.each<Row>([
  { field: "CommandLine", fields: { CommandLine: "x" }, matches: true, because: "the event has the Sigma name" },
  { field: "process.command_line", fields: { CommandLine: "x" }, matches: true, because: "the path has a Sigma name" },
  {
    field: "process.command_line",
    fields: { "process.command_line": "x" },
    matches: true,
    because: "a name comes first",
  },
  { field: "process.command_line", fields: { Image: "x" }, matches: false, because: "the named field is absent" },
  { field: "process.name", fields: { "process.name": "x" }, matches: true, because: "a path is a name" },
  { field: "process", fields: { "process.name": "x" }, matches: false, because: "an object is no value" },
  { field: "a.b.c", fields: { "a.b.c": ["y", "x"] }, matches: true, because: "lists on the way are dropped" },
  { field: "__proto__", fields: {}, matches: false, because: "an event has no prototype" },
  { field: "constructor.name", fields: {}, matches: false, because: "nor a constructor" },
  { field: "toString", fields: { toString: "x" }, matches: true, because: "any name is a field's name" },
])("$field in $fields: $matches, because $because", ({ field, fields, matches }) => {
  const event = makeEvent(fields, { aliases });
  expect(matchRule(`selection: { ${field}: x }\ncondition: selection`, event) !== undefined).toBe(matches);
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])(
  "%s is absent until it is there",
  (name) => {
    const rule = (value: string): string =>
      `selection: { ${name}: ${value}, ${name}|exists: ${value !== "null"} }\ncondition: selection`;
    const event = makeEvent(JSON.parse(`{ "${name}": "x" }`) as Fields);
    expect(matchRule(rule("null"), makeEvent({}))).toBeDefined();
    expect(matchRule(rule("x"), makeEvent({}))).toBeUndefined();
    expect(matchRule(rule("x"), event)).toBeDefined();
  },
);

test.each(["__proto__", "toString"])("a selection may be called %s", (name) => {
  expect(matchRule(`${name}: { A: 1 }\ncondition: ${name}`, makeEvent({ A: 1 }))).toBeDefined();
  expect(matchRule(`${name}: { A: 1 }\ncondition: not ${name}`, makeEvent({ A: 1 }))).toBeUndefined();
});
