import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { convertAggregation } from "../../src/lint/index.ts";
import { lintText } from "./lintText.ts";

const folder = new URL("../data/lint/", import.meta.url);
const seeds = readdirSync(folder).map((code) => readFileSync(new URL(`${code}/1.yml`, folder), "utf8"));

/** Numbers from 0 to 1 that look random and are the same in every run. */
function* randoms(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const pieces = [
  "*",
  "\\",
  "\\*",
  "|",
  "'",
  '"',
  ":",
  "- ",
  "\n",
  "  ",
  "null",
  "%",
  "(",
  "?",
  "\u{1F600}",
  "\u0130",
  "all",
  "re|i",
];

function mutate(text: string, random: Iterator<number, never>): string {
  const pick = (count: number): number => Math.floor(random.next().value * count);
  let mutated = text;
  for (let count = 1 + pick(4); count > 0; count--) {
    const at = pick(mutated.length + 1);
    const piece = pick(2) === 0 ? (pieces[pick(pieces.length)] ?? "") : mutated.slice(at, at + pick(20));
    mutated = mutated.slice(0, at) + piece + mutated.slice(at + pick(4));
  }
  return mutated;
}

describe("a mutated rule is linted, and every warning has its place in the text", () => {
  test.each([1, 2, 3, 4])("seed %i", (seed) => {
    const random = randoms(seed);
    let found = 0;
    for (const text of seeds.flatMap((each) => Array.from({ length: 5 }, () => mutate(each, random)))) {
      for (const { span, message, hint } of lintText(text).problems) {
        found += 1;
        const isPlace = 0 <= span.start && span.start <= span.end && span.end <= text.length;
        if (!isPlace || message === "" || hint === "") throw new Error(`${JSON.stringify(span)} ${message}\n${text}`);
      }
      convertAggregation({ name: "rule.yml", text }, text.indexOf("condition"));
    }
    expect(found).toBeGreaterThan(500);
  });
});

test.each([
  { what: "one long value", items: `CommandLine|contains: ['${"a:".repeat(200_000)}', '${"\\\\*".repeat(60_000)}']` },
  {
    what: "many values",
    items: `CommandLine|contains: [${Array.from({ length: 60_000 }, (_, index) => `v${index}`).join(", ")}]`,
  },
  { what: "many fields", items: Array.from({ length: 40_000 }, (_, index) => `F${index}: ${index}`).join("\n      ") },
  {
    what: "a long reference",
    items: "a: b",
    references: `['https://${"a".repeat(400_000)} b', '${"internal ".repeat(40_000)}']`,
  },
])("a rule with $what is linted in bounded time", { timeout: 20_000 }, ({ items, references = "[]" }) => {
  const text = [
    "title: Large",
    `references: ${references}`,
    "logsource: {product: linux, service: auditd}",
    `detection:\n  selection:\n      ${items}\n  condition: selection`,
  ].join("\n");
  const { problems } = lintText(text);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(problems.map(({ code }) => code)).toContain("missing-id");
});
