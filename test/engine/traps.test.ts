import { expect, test } from "vitest";
import { type Fields, makeEvent } from "./makeEvent.ts";
import { matchRule } from "./matchRule.ts";

interface Trap {
  readonly trap: string;
  readonly selection: string;
  readonly event: Fields;
  readonly matches: boolean;
}

/** What other engines got wrong on rules in use. */
test.each<Trap>([
  {
    trap: "`endswith` with a wildcard inside stays anchored at the end",
    selection: "{ A|endswith: '\\\\AppData\\\\*\\\\a.exe' }",
    event: { A: "C:\\Users\\u\\AppData\\Local\\a.exe" },
    matches: true,
  },
  {
    trap: "`endswith` with a wildcard inside is no `startswith`",
    selection: "{ A|endswith: 'a*b' }",
    event: { A: "a-b-c" },
    matches: false,
  },
  {
    trap: "`startswith` with a wildcard inside stays anchored at the start",
    selection: "{ A|startswith: 'a*b' }",
    event: { A: "a-b-c" },
    matches: true,
  },
  {
    trap: "`startswith` with a wildcard inside is no `endswith`",
    selection: "{ A|startswith: 'a*b' }",
    event: { A: "c-a-b" },
    matches: false,
  },
  {
    trap: "all keywords may be spread",
    selection: "{ '|all': [one, two] }",
    event: { A: "two", B: "one" },
    matches: true,
  },
  {
    trap: "a wildcard crosses line breaks",
    selection: "{ A: 'a*b' }",
    event: { A: "a\r\n\u2028\u0085b" },
    matches: true,
  },
  { trap: "a question mark takes a line break", selection: "{ A: 'a?b' }", event: { A: "a\nb" }, matches: true },
  { trap: "a numeric keyword is found", selection: "[4625]", event: { EventID: 4625 }, matches: true },
  { trap: "null in a list holds for an absent field", selection: "{ A: [null, x] }", event: {}, matches: true },
  { trap: "`all` with one value is accepted", selection: "{ A|contains|all: x }", event: { A: "xy" }, matches: true },
  { trap: "an address alone is a network", selection: "{ A|cidr: '::1' }", event: { A: "::1" }, matches: true },
  {
    trap: "integers beyond 2^53 are exact",
    selection: "{ A: 9007199254740993 }",
    event: { A: "9007199254740992" },
    matches: false,
  },
  { trap: "a number is no exponent", selection: "{ A: 1000 }", event: { A: "1e3" }, matches: false },
  { trap: "null exists", selection: "{ A|exists: true }", event: { A: null }, matches: true },
  { trap: "an empty list is null", selection: "{ A: null }", event: { A: [] }, matches: true },
  {
    trap: "a hexadecimal number equals its text",
    selection: "{ A: 0x1FFFFF }",
    event: { A: "0x1fffff" },
    matches: true,
  },
  { trap: "1 is not true", selection: "{ A: true }", event: { A: 1 }, matches: false },
])("$trap", ({ selection, event, matches }) => {
  expect(matchRule(`selection: ${selection}\ncondition: selection`, makeEvent(event)) !== undefined).toBe(matches);
});
