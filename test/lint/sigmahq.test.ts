import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { convertAggregation, lintCodes, lintRule, lintRules, type RuleInSource } from "../../src/lint/index.ts";
import { parseSigma } from "../../src/sigma/index.ts";

const root = fileURLToPath(new URL("../../../shared/data/sigmahq/", import.meta.url));
const folders = ["rules", "rules-compliance", "rules-emerging-threats", "rules-placeholder", "rules-threat-hunting"];
const isThere = existsSync(root);

/** SigmaHQ follows its own conventions: of more rules than this, in per cent, a check that is right cannot say that they do not. */
const usual = 0.6;
const known: Readonly<Record<string, number>> = {
  // Ids that were not drawn at random, from before they were tested for.
  "id-not-uuid": 1.5,
  "missing-falsepositives": 1,
  "reference-to-branch": 1.5,
  // Object access and detailed shares, which Windows does not audit by default.
  "missing-definition": 1.2,
  // Looked at one by one: `contains` with `sh ` and `bash `, emoji that begin with another one.
  "subsumed-value": 3.5,
};

describe.skipIf(!isThere)(isThere ? "SigmaHQ's rules" : `SigmaHQ's rules: skipped, ${root} is missing`, () => {
  const all = isThere ? folders.flatMap(rulesIn) : [];

  test("few of them are warned about, and by no check many", { timeout: 120_000 }, () => {
    const hits = new Map<string, Set<string>>();
    const hit = (code: string, { source }: RuleInSource): void =>
      void hits.set(code, (hits.get(code) ?? new Set()).add(source.name));
    for (const one of all) for (const { code } of lintRule(one.rule, one.source)) hit(code, one);
    for (const [index, found] of lintRules(all).entries())
      for (const { code } of found) hit(code, all[index] ?? fail());
    const shares = [...hits].map(([code, files]) => ({
      code,
      files: files.size,
      share: (100 * files.size) / all.length,
    }));
    console.info(Object.fromEntries(shares.map(({ code, files }) => [code, files])));
    expect(all.length).toBeGreaterThan(3_700);
    expect(shares.filter(({ code, share }) => share > (known[code] ?? usual))).toEqual([]);
    expect(Object.keys(known).filter((code) => !(code in lintCodes))).toEqual([]);
  });
});

describe.skipIf(!isThere)("SigmaHQ's unsupported rules", () => {
  test("an aggregation with a timeframe converts to rules and a correlation without a problem", () => {
    const found = (isThere ? filesIn("unsupported") : []).flatMap((source) =>
      parseSigma(source)
        .problems.filter(({ code }) => code === "deprecated-aggregation")
        .map(({ span }) => convertAggregation(source, span.start)),
    );
    const converted = found.flatMap((each) => (each?.ok === true ? each.text : []));
    expect(converted.flatMap((text) => parseSigma({ name: "", text }).problems)).toEqual([]);
    expect(converted.length).toBeGreaterThan(40);
    expect(new Set(found.flatMap((each) => (each?.ok === false ? each.reason : [])))).toEqual(
      new Set(["the rule has no `timeframe`, which a correlation needs"]),
    );
  });
});

const fail = (): never => {
  throw new Error("there are more findings than rules");
};

const filesIn = (folder: string) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yml"))
    .map((file) => ({ name: `${folder}/${file}`, text: readFileSync(`${root}${folder}/${file}`, "utf8") }));

const rulesIn = (folder: string): readonly RuleInSource[] =>
  filesIn(folder).flatMap((source) => parseSigma(source).rules.map((rule) => ({ rule, source })));
