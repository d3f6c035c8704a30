import { expect, test } from "vitest";
import { endOfJson, jsonMember, jsonMembers, splitJson } from "../../src/std/index.ts";

test.each([
  { text: '{"a":1}', pieces: ['{"a":1}'], because: "one value is a sequence" },
  { text: '{"a":1}{"b":2}', pieces: ['{"a":1}', '{"b":2}'], because: "nothing need stand between" },
  { text: ' {"a":1},\r\n\t{"b":2} ', pieces: ['{"a":1}', '{"b":2}'], because: "white space and commas separate" },
  { text: '[{"a":1}, {"b":[2]}]', pieces: ['{"a":1}', '{"b":[2]}'], because: "an array gives its elements" },
  { text: '[{"a":1}][{"b":2}]', pieces: ['{"a":1}', '{"b":2}'], because: "so does each of several" },
  { text: "[[1],2]", pieces: ["[1]", "2"], because: "an array in an array is one value" },
  { text: '{"a":"}{"}{"b":"\\"}"}', pieces: ['{"a":"}{"}', '{"b":"\\"}"}'], because: "brackets in strings are text" },
  {
    text: '[{"a": nope}, 1.5e3, "x", null]',
    pieces: ['{"a": nope}', "1.5e3", '"x"', "null"],
    because: "JSON is for the parser to check",
  },
  { text: "  ", pieces: [], because: "there is nothing" },
  { text: "[]", pieces: [], because: "an empty array has no elements" },
  {
    text: '{"a":1}{"b":',
    pieces: ['{"a":1}', "7: the object that starts here is not closed"],
    because: "what came before stays",
  },
  {
    text: '[{"a":1}',
    pieces: ['{"a":1}', "0: the array that starts here is not closed"],
    because: "the array is to blame",
  },
  { text: '["a', pieces: ["1: the string that starts here is not closed"], because: "a string must close" },
  { text: '{"a":1}]', pieces: ['{"a":1}', "7: expected a value"], because: "nothing was open" },
  { text: "%PDF-1.7", pieces: ["0: expected a value"], because: "this starts no value" },
])("$text is $pieces: $because", ({ text, pieces }) => {
  const found = [...splitJson(text)].map((piece) =>
    piece.kind === "value" ? text.slice(piece.start, piece.end) : `${piece.start}: ${piece.message}`,
  );
  expect(found).toEqual(pieces);
});

test.each([
  { text: '{"record":{"n":18446744073709551615}}', member: '{"n":18446744073709551615}', because: "digits survive" },
  { text: '{ "id" : "record", "record" : [1 , 2] }', member: "[1 , 2]", because: "a value is not a name; spaces stay" },
  { text: '{"rec\\u006frd":1}', member: "1", because: "names may be escaped" },
  { text: '{"record":1,"record":2}', member: "2", because: "the last counts, as for the parser" },
  { text: '{"a":{"record":1}}', member: undefined, because: "only the object's own members count" },
  { text: "{}", member: undefined, because: "there are none" },
])("the member of $text is $member: $because", ({ text, member }) => {
  expect(jsonMember(text, "record")).toBe(member);
});

test("endOfJson ends a value and knows when there is none", () => {
  expect(endOfJson('x{"a":[1]}y', 1)).toBe(10);
  expect(endOfJson('"a\\"', 0)).toBeUndefined();
  expect(endOfJson(",", 0)).toBeUndefined();
});

test.each([
  { text: '{"a":1,"b":[{"c":2}]}', members: ["a 1", 'b [{"c":2}]'], because: "each with its value" },
  { text: ' { "a" : "x" } ', members: ['a "x"'], because: "white space is none of it" },
  { text: '{"a\\"b":1,"a\\"b":2}', members: ['a"b 1', 'a"b 2'], because: "names repeat and are escaped" },
  { text: '{"a":1,"b":[', members: ["a 1"], because: "what is not closed is not there" },
  { text: '{"a":1,"b"', members: ["a 1"], because: "nor is a name without a value" },
  { text: '{"a":1,"\\x":2}', members: ["a 1"], because: "nor what has no name" },
  { text: "{}", members: [], because: "an object may be empty" },
  { text: "7", members: [], because: "a number has none" },
])("the members of $text are $members: $because", ({ text, members }) => {
  const found = Array.from(jsonMembers(text), ({ name, start, end }) => `${name} ${text.slice(start, end)}`);
  expect(found).toEqual(members);
});
