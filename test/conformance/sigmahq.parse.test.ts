import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseSigma, parseYaml, printProblem } from "../../src/sigma/index.ts";
import { parseChunk } from "../../src/sigma/yaml/parseChunk.ts";
import { splitDocuments } from "../../src/sigma/yaml/splitDocuments.ts";

const root = fileURLToPath(new URL("../../../shared/data/sigmahq/", import.meta.url));
const folders = ["rules", "rules-compliance", "rules-emerging-threats", "rules-placeholder", "rules-threat-hunting"];

const isThere = existsSync(root);
const name = isThere ? "SigmaHQ's rules" : `SigmaHQ's rules: skipped, ${root} is missing`;

describe.skipIf(!isThere)(name, () => {
  test("every rule is read, without an error", { timeout: 120_000 }, () => {
    const unexpected: string[] = [];
    const counts = new Map<string, number>();
    const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
    for (const file of filesIn(folders)) {
      const source = { name: file, text: readFileSync(root + file, "utf8") };
      const { rules, problems } = parseSigma(source);
      count("files");
      rules.forEach(() => count("rules"));
      for (const problem of problems) {
        count(problem.code);
        if (problem.severity === "error") unexpected.push(printProblem(source, problem));
      }
      if (rules.length === 0 && problems.length === 0) unexpected.push(`${file} gave nothing`);
    }
    console.info(Object.fromEntries(counts));
    expect(unexpected).toEqual([]);
    expect(counts.get("files")).toBeGreaterThan(3_000);
    expect(counts.get("rules")).toBeGreaterThan(3_000);
  });

  test("every rule is the tree that the parser of YAML reads", { timeout: 120_000 }, () => {
    for (const file of filesIn(folders)) {
      const text = readFileSync(root + file, "utf8");
      const parsed = splitDocuments(text).flatMap((chunk) => parseChunk(text, chunk));
      expect(parseYaml(text), file).toEqual(parsed);
    }
  });
});

function filesIn(names: readonly string[]): readonly string[] {
  return names.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".yml"))
      .map((file) => `${folder}/${file}`),
  );
}
