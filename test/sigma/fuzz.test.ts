import { expect, test } from "vitest";
import {
  applyFilters,
  checkReferences,
  type ParsedSigma,
  parseSigma,
  printProblem,
  printRule,
  problemCodes,
  textsOf,
} from "../../src/sigma/index.ts";
import { random, type Random } from "./random.ts";
import { withoutSpans } from "./withoutSpans.ts";

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
---
action: global
title: Third
name: third
custom: {a: [1, ~, x]}
related:
  - {id: another, type: derived}
logsource: {product: windows}
---
detection: {a: {B: c}, condition: a}
---
action: repeat
level: low
---
action: reset
---
title: A filter
logsource: {product: windows}
filter:
  rules: [third, 9a7afa56-4762-43eb-807d-c3dc9ffe211b]
  selection: {User|startswith: adm_}
  condition: not 1 of selection*
---
title: A correlation
correlation:
  type: temporal_ordered
  rules: [third, 9a7afa56-4762-43eb-807d-c3dc9ffe211b]
  group-by: [user, Computer]
  timespan: 15m
  aliases:
    user: {third: User}
  condition: third and not 9a7afa56-4762-43eb-807d-c3dc9ffe211b
---
title: Another correlation
correlation:
  type: value_percentile
  rules: [third]
  timespan: 1d
  condition: {field: Size, percentile: 95, gte: 10, lt: 1000}
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

function mutate(text: string, next: Random): string {
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

function randomText(next: Random): string {
  const range = [0x80, 0x100, 0x10000][next(3)] ?? 0x80;
  return Array.from({ length: next(400) }, () => String.fromCharCode(next(range))).join("");
}

/** Parses, prints, and holds what every result must hold. */
function probe(text: string): void {
  const source = { name: "fuzz.yml", text };
  const parsed = parseSigma(source);
  const { rules, filters, correlations, problems } = parsed;
  expect(rules.length + filters.length + correlations.length + problems.length).toBeGreaterThan(0);
  for (const problem of [...problems, ...checkReferences([parsed]).map((found) => found.problem)]) {
    expect(problem.code in problemCodes).toBe(true);
    expect(problem.span.start).toBeGreaterThanOrEqual(0);
    expect(problem.span.end).toBeGreaterThanOrEqual(problem.span.start);
    expect(problem.span.end).toBeLessThanOrEqual(text.length);
    expect(printProblem(source, problem).split("\n").length).toBeLessThanOrEqual(4);
  }
  const alone = [rules, filters, correlations].map((parts) => textsOf(source, parts).map(parseAlone));
  const [rulesAlone = [], filtersAlone = [], correlationsAlone = []] = alone;
  expect(rulesAlone.map((each) => withoutSpans(each.rules))).toEqual(rules.map((rule) => [withoutSpans(rule)]));
  for (const rule of rules) {
    expect(withoutSpans(parseSigma({ name: "printed.yml", text: printRule(rule) }).rules)).toEqual([
      withoutSpans(rule),
    ]);
    applyFilters(rule, filters);
  }
  expect(filtersAlone.map((each) => each.filters.length)).toEqual(filters.map(() => 1));
  expect(correlationsAlone.map((each) => each.correlations.length)).toEqual(correlations.map(() => 1));
}

const parseAlone = (text: string): ParsedSigma => parseSigma({ name: "alone.yml", text });

test("the rule that is mutated is sound", () => {
  expect(parseSigma({ name: "seed.yml", text: seedRule })).toMatchObject({
    rules: [{}, {}, {}, {}],
    filters: [{}],
    correlations: [{}, {}],
    problems: [],
  });
});

test(`${inputs} mutations of a rule: no exception, and every span is in the text`, { timeout: 600_000 }, () => {
  for (let seed = 1; seed <= inputs; seed++) probe(mutate(seedRule, random(seed)));
});

test(`${inputs} random texts: no exception, and every span is in the text`, { timeout: 600_000 }, () => {
  for (let seed = 1; seed <= inputs; seed++) probe(randomText(random(seed)));
});
