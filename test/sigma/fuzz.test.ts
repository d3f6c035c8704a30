import { expect, test } from "vitest";
import { parseSigma, printProblem, problemCodes } from "../../src/sigma/index.ts";

/** How many inputs of each kind; `FUZZ_INPUTS=10000` asks for more. */
const inputs = Number(process.env["FUZZ_INPUTS"] ?? 1_000);

const seedRule = String.raw`title: A rule
id: 9a7afa56-4762-43eb-807d-c3dc9ffe211b
status: test
level: high
tags: [attack.execution, attack.t1059.001]
logsource:
  product: windows
  category: process_creation
detection:
  selection_image:
    - Image|endswith: ['\cmd.exe', "\\powershell.exe"]
    - OriginalFileName: Cmd.Exe
  selection_line:
    CommandLine|contains|all:
      - 'whoami'
      - '\\*?'
    CommandLine|re|i: '(?:a|b)+\.exe$'
    Ip|cidr: 10.0.0.0/8
    User|exists: true
    Access: 0x1F3FFF
  keywords:
    - one
    - 'two*'
  filter: {Image: null, User: ''}
  condition: >
    (1 of selection_* and not filter)
    or all of keywords
---
title: Another
logsource: {service: security}
detection:
  selection: {'|all': [x, 'y*']}
  condition: [selection, "1 of them"]
`;

/** Text that a mutation puts in: what means something to YAML, to conditions, or to nobody. */
const pieces =
  String.raw`: |#|- |---|...|"|'|[|]|{|}|,|&a|*a|!!str |!|%|>|$|\|\*|*|?|(|)|not |and | of |them|0x|~|null|true||contains|all|re`
    .split("|")
    .concat(
      "|",
      "\n",
      "\r\n",
      "\t",
      "\0",
      "\u2028",
      "\uFEFF",
      "\uD83D",
      "\u{1F600}",
      "\n---\n",
      "  ",
      "[".repeat(80),
      "(".repeat(80),
    );

/** mulberry32: small, seeded, good enough. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function mutate(text: string, next: (below: number) => number): string {
  let mutated = text;
  for (let times = next(4) + 1; times > 0; times--) {
    const at = next(mutated.length + 1);
    const length = next(12);
    const piece = pieces[next(pieces.length)] ?? "";
    const copied = mutated.slice(next(mutated.length + 1)).slice(0, next(60));
    const put = [piece, "", copied][next(3)] ?? "";
    mutated = mutated.slice(0, at) + put + mutated.slice(at + length);
  }
  return mutated;
}

function randomText(next: (below: number) => number): string {
  const range = [0x80, 0x100, 0x10000][next(3)] ?? 0x80;
  return Array.from({ length: next(400) }, () => String.fromCharCode(next(range))).join("");
}

/** Parses, prints, and holds what every result must hold. */
function probe(text: string): void {
  const source = { name: "fuzz.yml", text };
  const { rules, problems } = parseSigma(source);
  expect(rules.length + problems.length).toBeGreaterThan(0);
  for (const problem of problems) {
    expect(problem.code in problemCodes).toBe(true);
    expect(problem.span.start).toBeGreaterThanOrEqual(0);
    expect(problem.span.end).toBeGreaterThanOrEqual(problem.span.start);
    expect(problem.span.end).toBeLessThanOrEqual(text.length);
    expect(printProblem(source, problem).split("\n").length).toBeLessThanOrEqual(4);
  }
  for (const rule of rules) {
    const alone = parseSigma({ name: "alone.yml", text: text.slice(rule.span.start, rule.span.end) });
    expect(alone.rules.map(({ title }) => title)).toEqual([rule.title]);
  }
}

test("the rule that is mutated is sound", () => {
  expect(parseSigma({ name: "seed.yml", text: seedRule })).toMatchObject({ rules: [{}, {}], problems: [] });
});

test(`${inputs} mutations of a rule: no exception, and every span is in the text`, { timeout: 600_000 }, () => {
  for (let seed = 1; seed <= inputs; seed++) probe(mutate(seedRule, random(seed)));
});

test(`${inputs} random texts: no exception, and every span is in the text`, { timeout: 600_000 }, () => {
  for (let seed = 1; seed <= inputs; seed++) probe(randomText(random(seed)));
});
