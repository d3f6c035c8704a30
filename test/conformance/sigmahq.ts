import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type JsonObject, readRecord } from "../../src/event/index.ts";
import { type ParsedSigma, parseSigma } from "../../src/sigma/index.ts";
import { splitJson } from "../../src/std/index.ts";

/** SigmaHQ's public rules and events; not part of this project, so tests that need them are skipped where they are missing. */
const root = resolve("../shared/data/sigmahq");

export const hasSigmahq = existsSync(root);

const folders = ["rules", "rules-compliance", "rules-emerging-threats", "rules-placeholder", "rules-threat-hunting"];

export const ruleFolders: readonly string[] = folders.map((folder) => join(root, folder));

/** What each rule file holds, by the id that its first document states. */
export function readRules(): ReadonlyMap<string, ParsedSigma> {
  const files = ruleFolders.flatMap((folder) => filesBelow(folder, ".yml"));
  const parsed = files.map((name) => {
    const text = readFileSync(name, "utf8");
    return [/^id: *(\S+)/m.exec(text)?.[1] ?? name, parseSigma({ name, text })] as const;
  });
  return new Map(parsed);
}

/** One regression case: a file of events that the rule must match, so many at least. */
export interface RegressionCase {
  readonly ruleId: string;
  readonly matchCount: number;
  /** As it is shipped: one JSON object after another. */
  readonly text: string;
  readonly records: readonly JsonObject[];
}

export function readRegressionCases(): readonly RegressionCase[] {
  return filesBelow(join(root, "regression_data"), "info.yml").flatMap((info) => {
    const matchCount = Number(/match_count: *(\d+)/.exec(readFileSync(info, "utf8"))?.[1] ?? 1);
    return filesBelow(dirname(info), ".json").map((file) => {
      const text = readFileSync(file, "utf8");
      return { ruleId: basename(file, ".json"), matchCount, text, records: readRecords(file, text) };
    });
  });
}

function readRecords(file: string, text: string): readonly JsonObject[] {
  return Array.from(splitJson(text), (piece) => {
    if (piece.kind === "broken") throw new Error(`${file}: ${piece.message}`);
    const reading = readRecord(text.slice(piece.start, piece.end));
    if (reading.kind === "refused") throw new Error(`${file}: ${reading.message}`);
    return reading.record;
  });
}

const filesBelow = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => join(folder, name));
