import { expect, test } from "vitest";
import { scanJson } from "../../../../src/engine/indexed/texts/jsonText.ts";

const mayHave = (keyword: string, json: string): boolean | undefined => scanJson([{ text: keyword }])?.(json);

test.each([
  { keyword: "mimidrv", json: '{"a":"x MimiDrv.sys"}', because: "it stands there, in any case" },
  { keyword: "c:\\tools", json: '{"a":"C:\\\\Tools"}', because: "a piece of it does: JSON writes a backslash as two" },
  {
    keyword: 'say "hello" to',
    json: '{"a":"Say \\"Hello\\" To"}',
    because: "quotes are escaped, and pieces stand between",
  },
  { keyword: "first\nsecond", json: '{"a":"first\\nsecond"}', because: "so are line breaks" },
  { keyword: "sekurlsa", json: '{"a":"\\u0073ekurlsa"}', because: "any letter may be written as an escape" },
  { keyword: "sekurlsa", json: '{"a":"C:\\\\users"}', because: "what looks like an escape is not looked at closer" },
  { keyword: "/dev/tcp/", json: '{"a":"\\/dev\\/tcp\\/"}', because: "some encoders escape the slash" },
  { keyword: "kiwi", json: '{"a":"\u212aiwi"}', because: "the Kelvin sign is k" },
  {
    keyword: "needle",
    json: `{"a":"${"hay ".repeat(60_000)}needle"}`,
    because: "so long a text is looked through as well",
  },
  { keyword: "needle", json: '{"needle":"hay"}', because: "a name is taken for a value: it only may be there" },
])("$keyword may stand in $json: $because", ({ keyword, json }) => {
  expect(mayHave(keyword, json)).toBe(true);
});

test.each([
  { keyword: "needle", json: '{"a":"hay"}', because: "it does not" },
  { keyword: "needle", json: `{"a":"${"hay ".repeat(200)}"}`, because: "nor in a longer text" },
  { keyword: "needle", json: '{"a":"caf\u00e9 \u6771\u4eac"}', because: "letters beyond ASCII are no escapes" },
  { keyword: "needle", json: '{"a":"C:\\\\Users"}', because: "a backslash alone is none" },
])("$keyword does not stand in $json: $because", ({ keyword, json }) => {
  expect(mayHave(keyword, json)).toBe(false);
});

test("what one text leaves behind it is not seen in a shorter one", () => {
  expect(mayHave("needle", `{"a":"${"needle \\u0000 ".repeat(20)}"}`)).toBe(true);
  expect(mayHave("needle", `{"a":"${"h".repeat(100)}"}`)).toBe(false);
});

test.each([
  { keyword: "4625", because: "a number may be written in another way" },
  { keyword: "1.5e", because: "so may one with an exponent" },
  { keyword: "true", because: "a boolean has its text" },
  { keyword: 'a"b"c', because: "no piece of it is long enough" },
])("$keyword cannot be told from the JSON text: $because", ({ keyword }) => {
  expect(scanJson([{ text: "needle" }, { text: keyword }])).toBeUndefined();
});
