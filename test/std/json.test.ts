import { expect, test } from "vitest";
import { parseJson } from "../../src/std/index.ts";

test.each([
  { text: "9007199254740991", value: 2 ** 53 - 1, because: "2^53 - 1 is exact" },
  { text: "9007199254740992", value: "9007199254740992", because: "2^53 is what 2^53 + 1 would become" },
  { text: "-9214364837600034816", value: "-9214364837600034816", because: "Windows keywords are 64 bits, signed" },
  {
    text: '{"a":[18446744073709551615,1]}',
    value: { a: ["18446744073709551615", 1] },
    because: "depth does not matter",
  },
  { text: '{"a" : 12345678901234567890 }', value: { a: "12345678901234567890" }, because: "nor does white space" },
  { text: '{"a":"12345678901234567890"}', value: { a: "12345678901234567890" }, because: "a string stays one" },
  {
    text: '{"a":"x: 12345678901234567890,"}',
    value: { a: "x: 12345678901234567890," },
    because: "in strings it is text",
  },
  {
    text: '["\\"",12345678901234567890]',
    value: ['"', "12345678901234567890"],
    because: "an escaped quote ends nothing",
  },
  {
    text: '["\\\\",12345678901234567890]',
    value: ["\\", "12345678901234567890"],
    because: "an escaped backslash does",
  },
  { text: "12345678901234567.5", value: 12345678901234567.5, because: "a fraction makes it a number" },
  { text: "[0.12345678901234567]", value: [0.12345678901234567], because: "so do digits after the point" },
  { text: "1e12345678901234567890", value: Infinity, because: "an exponent too" },
  { text: "12345678901234567E2", value: 1234567890123456700, because: "an exponent too" },
  {
    text: '{"__proto__":{"a":1}}',
    value: JSON.parse('{"__proto__":{"a":1}}') as unknown,
    because: "it is a key like any other",
  },
  { text: '{"a":1,"a":2}', value: { a: 2 }, because: "the last of two equal keys counts" },
])("$text is read: $because", ({ text, value }) => {
  expect(parseJson(text)).toStrictEqual({ kind: "json", value });
});

test.each([
  { text: "", line: 1, column: 1, message: "the text ends too early" },
  { text: '{"a":1,}', line: 1, column: 8, message: "expected a name in double quotes" },
  { text: '{"a" 1}', line: 1, column: 6, message: 'expected ":"' },
  { text: '{"a"', line: 1, column: 5, message: "the text ends too early" },
  { text: '{\n  "a": nope\n}', line: 2, column: 8, message: "expected a value" },
  { text: "[01]", line: 1, column: 2, message: "expected a value" },
  { text: "[1 2]", line: 1, column: 4, message: 'expected "," or "]"' },
  { text: '{"a":1 "b":2}', line: 1, column: 8, message: 'expected "," or "}"' },
  { text: '{"a":1}}', line: 1, column: 8, message: "there is more text after the value" },
  { text: '["ab', line: 1, column: 2, message: "the string that starts here is not closed" },
  { text: '["\\x"]', line: 1, column: 3, message: "unknown escape in a string" },
  { text: '["a\nb"]', line: 1, column: 4, message: "a control character in a string is not escaped" },
  { text: "{12345678901234567890:1}", line: 1, column: 2, message: "expected a name in double quotes" },
  { text: "[+12345678901234567890]", line: 1, column: 2, message: "expected a value" },
  { text: "[012345678901234567890]", line: 1, column: 2, message: "expected a value" },
])("$text is broken at $line:$column: $message", ({ text, ...problem }) => {
  const parsed = parseJson(text);
  expect(parsed).toMatchObject({ kind: "broken", problem });
});

test("depth costs no stack, in a value and in a mistake", () => {
  const depth = 100_000;
  expect(parseJson("[".repeat(depth) + "]".repeat(depth)).kind).toBe("json");
  expect(parseJson("[".repeat(depth))).toMatchObject({ kind: "broken", problem: { offset: depth } });
});

test("parseJson refuses what JSON.parse refuses, with a place, and gives what it gives", () => {
  const random = seeded(20_260_302);
  const parts = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"a"',
    '"',
    "\\",
    "-",
    "0",
    "1.5",
    "e1",
    "true",
    "nul",
    " ",
    "\n",
    '"\\n"',
    "é",
  ];
  for (let round = 0; round < 5_000; round++) {
    const text = Array.from({ length: 1 + random(9) }, () => parts[random(parts.length)]).join("");
    const parsed = parseJson(text);
    const expected = reference(text);
    if (parsed.kind === "json") expect({ text, value: parsed.value }).toStrictEqual({ text, value: expected });
    else
      expect({ text, expected, message: parsed.problem.message }).not.toMatchObject({
        message: "the text is not JSON",
      });
    expect({ text, kind: parsed.kind }).toEqual({ text, kind: expected === undefined ? "broken" : "json" });
  }
});

function reference(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A small generator of its own, so that a failure can be repeated. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}
