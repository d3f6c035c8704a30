import type { JsonObject } from "../../src/event/index.ts";
import type { Rule } from "../../src/sigma/index.ts";
import type { RuleSet } from "../../src/engine/index.ts";
import { timed } from "./measure.ts";
import { createRuleSet, match, normalise, parseSigma } from "./rooms.ts";

const sysmon = "Microsoft-Windows-Sysmon/Operational";
const process_ = { Channel: sysmon, EventID: 1, Image: "C:\\Windows\\System32\\cmd.exe" };
const script = { Channel: "Microsoft-Windows-PowerShell/Operational", EventID: 4104 };

/** Text that looks like a script, of so many characters. */
const scriptText = (length: number): string => {
  const lines = ["$client = New-Object System.Net.WebClient", "foreach ($each in Get-ChildItem -Path C:\\Users) {"];
  return `${lines.join("\r\n")}\r\n`.repeat(Math.ceil(length / 90)).slice(0, length);
};

const records: readonly (readonly [what: string, record: JsonObject])[] = [
  ["100 KB of script", { ...script, ScriptBlockText: scriptText(100_000) }],
  ["100 KB of base64", { ...process_, CommandLine: `powershell -enc ${"SQBFAFgAIAAoAE4A".repeat(6_250)}` }],
  ["100 KB of one letter", { ...process_, CommandLine: "A".repeat(100_000) }],
  ["100 KB of one letter in a script", { ...script, ScriptBlockText: "A".repeat(100_000) }],
  ["32 KB of one letter, then a backtick", { ...process_, CommandLine: `${"A".repeat(32_000)}\`` }],
  ["100 KB beyond ASCII", { ...process_, CommandLine: "\u212a\u017f\u{1f600}".repeat(25_000) }],
  ["a list of 10,000 values", { ...process_, CommandLine: Array.from({ length: 10_000 }, (_, at) => `value ${at}`) }],
  [
    "2,000 fields",
    { ...process_, ...Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`f${at}`, `v${at}`])) },
  ],
  [
    "20,000 values in objects",
    { ...process_, deep: Array.from({ length: 10_000 }, (_, at) => ({ a: at, b: `b${at}` })) },
  ],
  [
    "names of the prototype",
    JSON.parse(
      `{"__proto__":{"x":1},"constructor":"c","toString":"t","EventID":1,"Channel":"${sysmon}"}`,
    ) as JsonObject,
  ],
];

/** Milliseconds of normalising and matching, the best of five. */
function worstMs(record: JsonObject, ruleSet: RuleSet<number>): number {
  const text = JSON.stringify(record);
  const runs = Array.from(
    { length: 5 },
    () => timed(() => match(ruleSet, normalise(record, undefined, text))).us / 1_000,
  );
  return Math.min(...runs);
}

/** Rules of keywords that any event may have. */
const keywordRules = (count: number): readonly Rule[] =>
  Array.from({ length: count }, (_, at) => {
    const words = ["alpha", "bravo", "charlie", "delta", "echo"].map((word) => `'${word} ${at} phrase'`);
    const text = `title: K${at}\nlogsource: { product: windows }\ndetection:\n  k: [${words.join(", ")}]\n  condition: k\n`;
    return parseSigma({ name: "keywords", text }).rules;
  }).flat();

/** Prints what hostile events cost, and gives the worst. */
export function reportWorstCases(rules: readonly Rule[], ruleSet: RuleSet<number>): number {
  console.log("\nhostile events, milliseconds of normalising and matching (must stay under 50)");
  const entries = [...rules, ...keywordRules(1_000)].map((rule, index) => [index, rule] as const);
  const cases = [
    ...records.map(([what, record]) => [what, worstMs(record, ruleSet)] as const),
    [
      "100 KB of script, 1,000 keyword rules more",
      worstMs({ ...script, ScriptBlockText: scriptText(100_000) }, createRuleSet(entries)),
    ] as const,
  ];
  for (const [what, ms] of cases) console.log(`  ${ms.toFixed(2).padStart(8)} ms  ${what}`);
  return Math.max(...cases.map(([, ms]) => ms));
}
