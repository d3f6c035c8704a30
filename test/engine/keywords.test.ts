import { expect, test } from "vitest";
import { type Fields, makeEvent } from "./makeEvent.ts";
import { matchRule } from "./matchRule.ts";

interface Row {
  readonly keywords: string;
  readonly fields: Fields;
  readonly found: string | undefined;
  readonly because: string;
}

test.each<Row>([
  {
    keywords: "[mimikatz]",
    fields: { A: "x", B: "run MimiKatz.exe" },
    found: "B",
    because: "any value may hold it, in any case",
  },
  { keywords: "mimikatz", fields: { A: "mimikatz" }, found: "A", because: "one keyword needs no list" },
  { keywords: "[mimikatz]", fields: { mimikatz: "x" }, found: undefined, because: "names of fields are not searched" },
  { keywords: "[one, two]", fields: { A: "two" }, found: "A", because: "one keyword is enough" },
  { keywords: "['a*c']", fields: { A: "xx a\nb c xx" }, found: "A", because: "a wildcard runs inside a value" },
  { keywords: "['a*c']", fields: { A: "a", B: "c" }, found: undefined, because: "but not from value to value" },
  { keywords: "['a?c']", fields: { A: "xabcx" }, found: "A", because: "one character may be open" },
  { keywords: "['*x']", fields: { A: "xy" }, found: "A", because: "a wildcard at an end says nothing" },
  { keywords: "[needle]", fields: { A: ["hay", "a needle"] }, found: "A", because: "members of lists are values" },
  { keywords: "['42']", fields: { A: 1423 }, found: "A", because: "a number has its text" },
  { keywords: "['tru']", fields: { A: true }, found: "A", because: "a boolean has its text" },
  { keywords: "['null']", fields: { A: null }, found: undefined, because: "null has none" },
  { keywords: "[4625]", fields: { A: "event 4625." }, found: "A", because: "a number is found in text" },
  { keywords: "[4625]", fields: { A: 4625 }, found: "A", because: "and as a number" },
  {
    keywords: "[4625]",
    fields: { A: "14625 46250" },
    found: undefined,
    because: "digits beside it make another number",
  },
  { keywords: "[4625]", fields: { A: "14625 or 4625" }, found: "A", because: "a later place counts" },
  { keywords: "[0x1F]", fields: { A: "mask 0x1f set" }, found: "A", because: "the number's own text is looked for" },
  { keywords: "[true]", fields: { A: "it is True" }, found: "A", because: "a boolean is looked for as its word" },
  {
    keywords: "{ '|all': [one, two] }",
    fields: { A: "two", B: "one" },
    found: "B",
    because: "each may stand elsewhere",
  },
  { keywords: "{ '|all': [one, two] }", fields: { A: "one" }, found: undefined, because: "`all` needs every keyword" },
  { keywords: "{ '': [one] }", fields: { A: "one" }, found: "A", because: "an empty field is none" },
  {
    keywords: "{ '|contains|all': [one, two] }",
    fields: { A: "twone" },
    found: "A",
    because: "`contains` is what keywords do",
  },
  {
    keywords: "{ '|re': 'b\\d+$' }",
    fields: { A: "b1 ", B: "ab12" },
    found: "B",
    because: "an expression is searched for",
  },
  {
    keywords: "{ '|startswith': ab }",
    fields: { A: "xab", B: "abx" },
    found: "B",
    because: "an operator keeps its anchor",
  },
  { keywords: "{ '|cased': Ab }", fields: { A: "ab", B: "xAb" }, found: "B", because: "`cased` minds the case" },
])("$keywords in $fields: $found, because $because", ({ keywords, fields, found }) => {
  const evidence = matchRule(`keywords: ${keywords}\ncondition: keywords`, makeEvent(fields));
  expect(evidence?.[0]?.field).toBe(found);
});
