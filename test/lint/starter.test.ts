import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lintRule, lintRules } from "../../src/lint/index.ts";
import { parseSigma, printProblem } from "../../src/sigma/index.ts";

const folder = new URL("../../rules/", import.meta.url);

const pack = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yml"))
  .flatMap((name) => {
    const source = { name, text: readFileSync(new URL(name, folder), "utf8") };
    return parseSigma(source).rules.map((rule) => ({ rule, source }));
  });

test.each(pack)("nothing is wrong with the starter rule $source.name", ({ rule, source }) => {
  expect(lintRule(rule, source).map((problem) => printProblem(source, problem))).toEqual([]);
});

test("no two starter rules share what is a rule's own", () => {
  expect(pack.length).toBeGreaterThan(36);
  expect(lintRules(pack).flat()).toEqual([]);
});
