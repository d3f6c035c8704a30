import { expect, test } from "vitest";
import { type Fields, makeEvent } from "../makeEvent.ts";
import { matchRule } from "../matchRule.ts";

test.each<{ key: string; fields: Fields; matches: boolean; because: string }>([
  { key: "A|fieldref", fields: { A: "x", B: "x" }, matches: true, because: "both are the same" },
  { key: "A|fieldref", fields: { A: "x", B: "y" }, matches: false, because: "they differ" },
  { key: "A|fieldref", fields: { A: "CORP\\Bob", B: "corp\\bob" }, matches: true, because: "case does not count" },
  { key: "A|fieldref|cased", fields: { A: "Bob", B: "bob" }, matches: false, because: "with `cased` it does" },
  { key: "A|fieldref", fields: { A: 1, B: "1" }, matches: true, because: "numbers are compared as texts" },
  { key: "A|fieldref", fields: { A: true, B: "True" }, matches: true, because: "so are booleans" },
  { key: "A|fieldref", fields: { A: "x*", B: "xy" }, matches: false, because: "an event has no wildcards" },
  { key: "A|fieldref", fields: { A: "x" }, matches: false, because: "the other field is absent" },
  { key: "A|fieldref", fields: { B: "x" }, matches: false, because: "the field is absent" },
  { key: "A|fieldref", fields: {}, matches: false, because: "two absent fields are not the same" },
  { key: "A|fieldref", fields: { A: null, B: null }, matches: false, because: "nor are two nulls" },
  { key: "A|fieldref", fields: { A: "", B: "" }, matches: true, because: "two empty texts are" },
  { key: "A|fieldref", fields: { A: ["x", "y"], B: ["z", "y"] }, matches: true, because: "any member of either" },
  { key: "A|fieldref", fields: { A: ["x"], B: [] }, matches: false, because: "an empty list has no member" },
  { key: "A|fieldref", fields: { A: "x", B: ["z", "X"] }, matches: true, because: "one in many" },
  { key: "A|fieldref", fields: { A: ["x"], B: [null] }, matches: false, because: "a null is no member" },
  { key: "A|fieldref|startswith", fields: { A: "Ab", B: "a" }, matches: true, because: "the field begins with it" },
  { key: "A|fieldref|startswith", fields: { A: "a", B: "ab" }, matches: false, because: "not the other way round" },
  { key: "A|fieldref|endswith", fields: { A: "ab", B: "B" }, matches: true, because: "the field ends with it" },
  { key: "A|fieldref|endswith", fields: { A: "ab", B: "a" }, matches: false, because: "and not with this" },
  { key: "A|fieldref|contains", fields: { A: "abc", B: "B" }, matches: true, because: "it stands in the field" },
  { key: "A|fieldref|contains", fields: { A: "abc", B: "d" }, matches: false, because: "and this does not" },
  { key: "A|fieldref|contains", fields: { A: ["x", "abc"], B: ["d", "b"] }, matches: true, because: "any in any" },
  { key: "A|fieldref|neq", fields: { A: "x", B: "y" }, matches: true, because: "`neq` wants them to differ" },
  { key: "A|fieldref|neq", fields: { A: "x", B: "X" }, matches: false, because: "and here they do not" },
  { key: "A|fieldref|neq", fields: { A: "x" }, matches: true, because: "an absent field is not the same" },
  { key: "A|fieldref|neq|contains", fields: { A: "xy", B: "y" }, matches: false, because: "`neq` negates the whole" },
])("$key: B on $fields: $matches, because $because", ({ key, fields, matches }) => {
  expect(matchRule(`s: { ${key}: B }\ncondition: s`, makeEvent(fields)) !== undefined).toBe(matches);
});

test("the other field may be named by its path in the record", () => {
  const event = makeEvent({ A: "x", User: "x" }, { aliases: new Map([["user.name", "User"]]) });
  expect(matchRule("s: { A|fieldref: user.name }\ncondition: s", event)).toEqual([
    { selection: "s", field: "A", value: "x", pattern: "user.name" },
  ]);
});

test("of several fields any will do, with `all` every one", () => {
  const event = makeEvent({ A: "x", B: "y", C: "x" });
  expect(matchRule("s: { A|fieldref: [B, C] }\ncondition: s", event)).toHaveLength(1);
  expect(matchRule("s: { A|fieldref|all: [B, C] }\ncondition: s", event)).toBeUndefined();
});
