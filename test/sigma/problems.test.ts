import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  applyPipeline,
  checkReferences,
  type ParsedSigma,
  parsePipeline,
  parseSigma,
  printProblem,
  type Problem,
  type ProblemCode,
  problemCodes,
  resolvePlaceholders,
  type Source,
} from "../../src/sigma/index.ts";

const folder = new URL("../data/problems/", import.meta.url);

/** Texts that are too large to be kept: what stands in place of their `1.yml`. */
const generated = new Map<string, string>([
  ["source-too-large", "# as large as it gets\n".repeat(50_000)],
  ["too-many-problems", "--- []\n".repeat(1_003)],
  ["rule-too-large", tooLargeRule()],
]);

function tooLargeRule(): string {
  const selections = Array.from({ length: 1_001 }, (_, index) => `  s${index}: x\n`).join("");
  return `title: A rule\nlogsource:\n  product: windows\ndetection:\n${selections}  condition: all of them\n`;
}

/** What only documents together can have. */
const references = new Set(["unknown-rule", "ambiguous-rule", "correlation-cycle", "unknown-filtered-rule"]);

/** What a processing pipeline can have, and what it can say of a rule. */
const ofPipelines = new Set([
  "invalid-pipeline",
  "unknown-transformation",
  "unsafe-transformation",
  "unsupported-transformation",
  "unknown-processing-condition",
  "unused-processing-condition",
  "unknown-parameter",
  "invalid-parameter",
]);
const ofProcessing = new Set(["refused-by-pipeline", "failed-transformation"]);

const goldens = readdirSync(folder).flatMap((code) => {
  const files = readdirSync(new URL(`${code}/`, folder)).filter((file) => file.endsWith(".yml"));
  return (files.length === 0 ? ["1.yml"] : files).map((file) => ({ code, file }));
});

describe("a problem is printed as its golden file says", () => {
  test.each(goldens)("$code/$file", ({ code, file }) => {
    const text = generated.get(code) ?? readFileSync(new URL(`${code}/${file}`, folder), "utf8");
    const printed = print({ name: file, text }, code);
    const golden = new URL(`${code}/${file.replace(".yml", ".txt")}`, folder);
    if (process.env["UPDATE_GOLDEN"]) writeFileSync(golden, printed);
    expect(printed).toBe(existsSync(golden) ? readFileSync(golden, "utf8") : "");
    expect(printed).toContain(`[${code}]: `);
  });
});

/** Of too many problems only the last is worth keeping. */
function print(source: { name: string; text: string }, code: string): string {
  const problems = problemsOf(source, code);
  const kept = code === "too-many-problems" ? problems.slice(-1) : problems;
  return kept.map((problem) => `${printProblem(source, problem)}\n`).join("\n");
}

function problemsOf(source: Source, code: string): readonly Problem[] {
  if (ofPipelines.has(code)) return parsePipeline(source).problems;
  if (ofProcessing.has(code)) return processRule(source);
  const parsed = parseSigma(source);
  return references.has(code) ? checkReferences([parsed]).map((found) => found.problem) : loaded(parsed);
}

/** A pipeline, and behind it a rule that it is applied to. */
function processRule({ name, text }: Source): readonly Problem[] {
  const end = text.indexOf("---");
  const { pipeline } = parsePipeline({ name, text: text.slice(0, end) });
  const { rules } = parseSigma({ name, text: text.slice(0, end).replace(/[^\n]/g, " ") + text.slice(end) });
  return pipeline ? rules.flatMap((rule) => applyPipeline(pipeline, rule).problems) : [];
}

/** With what is wrong when its rules are loaded where there are two lists. */
const loaded = ({ rules, problems }: ParsedSigma) => [
  ...problems,
  ...rules.flatMap(
    (rule) =>
      resolvePlaceholders(
        rule,
        new Map([
          ["teams", ["red"]],
          ["admins", []],
        ]),
      ).problems,
  ),
];

test.each(Object.keys(problemCodes) as ProblemCode[])("the code %s has a golden file", (code) => {
  expect(goldens.map((golden) => golden.code)).toContain(code);
});

test("the golden files are of codes that exist", () => {
  const codes = new Set(goldens.map(({ code }) => code));
  expect([...codes].filter((code) => !(code in problemCodes))).toEqual([]);
});
