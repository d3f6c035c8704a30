import { expect, test } from "vitest";
import { createReferenceRuleSet, createRuleSet, match } from "../../../src/engine/index.ts";
import { type Fields, makeEvent } from "../makeEvent.ts";
import { makeRule } from "../matchRule.ts";

/** Lists that are long enough to be looked up together. */
const words = Array.from({ length: 20 }, (_, number) => `word${number}.`);
const list = (...others: readonly string[]): string => `[${[...words, ...others].join(", ")}]`;

interface Row {
  readonly detection: string;
  /** One after the other, as lists remember what they found last. */
  readonly events: readonly Fields[];
  /** How many entries of evidence each gives. */
  readonly entries: readonly number[];
  readonly because: string;
}

test.each<Row>([
  {
    detection: `s: { A|contains: ${list()} }\ncondition: s`,
    events: [{ A: "word3. WORD1." }, { A: "word3. WORD1." }, { A: "word" }, { A: "word3. WORD1." }],
    entries: [2, 2, 0, 2],
    because: "the same value comes again",
  },
  {
    detection: `s: { A|contains: ${list()}, B|contains: ${list()} }\ncondition: s`,
    events: [{ A: "word1.", B: "word2." }, { A: "word2.", B: "word1." }, { A: "word1." }],
    entries: [2, 2, 0],
    because: "each list has a memory of its own",
  },
  {
    detection: `s: { A: ${list("'w*k?'")} }\ncondition: s`,
    events: [{ A: "walks" }, { A: ["word7.", "WALKS", "word7."] }, { A: "walk" }],
    entries: [1, 2, 0],
    because: "a value that is found must be asked, and of several members each is looked up",
  },
  {
    detection: `s: { A: ${list("null")} }\ncondition: s`,
    events: [{ A: "word7." }, {}, { A: null }, { A: "x" }],
    entries: [1, 1, 1, 0],
    because: "what cannot be looked up is asked always",
  },
  {
    detection: `s: { A|windash|contains: [${words.map((word) => `' -${word}'`).join(", ")}] }\ncondition: s`,
    events: [{ A: "x /word2. –word4." }, { A: "x -word2. —word4. " }, { A: "-word2." }],
    entries: [2, 2, 0],
    because: "a value has several spellings and is one entry",
  },
  {
    detection: `s: { A|neq: ${list()} }\ncondition: s`,
    events: [{ A: "word1." }, { A: "other" }, {}],
    entries: [0, 1, 1],
    because: "none of the list is one entry",
  },
  {
    detection: `s: { A|contains: ${list()} }\nf: { A|contains: ${list()} }\ncondition: s and not f`,
    events: [{ A: "word1." }],
    entries: [0],
    because: "what must not be there is looked for",
  },
  {
    detection: `s: { A: a }\nf: { B|contains: ${list()} }\ncondition: s and not f`,
    events: [
      { A: "a", B: "word1." },
      { A: "a", B: "b" },
    ],
    entries: [0, 2],
    because: "and what is not there is one entry",
  },
  {
    detection: `s: { A: a }\nf: { B: b }\ncondition: [s and not f, not s, not (s and not f)]`,
    events: [{ A: "a", B: "b" }, { A: "a" }, { A: "b" }],
    entries: [1, 2, 1],
    because: "of several conditions the first that holds counts",
  },
])("$detection: $because", ({ detection, events, entries }) => {
  const rule = makeRule(detection);
  const [indexed, reference] = [createRuleSet([["rule", rule]]), createReferenceRuleSet([["rule", rule]])];
  const found = events.map((fields) => match(indexed, makeEvent(fields)));
  expect(found).toEqual(events.map((fields) => match(reference, makeEvent(fields))));
  expect(found.map(([first]) => first?.evidence.length ?? 0)).toEqual(entries);
});
