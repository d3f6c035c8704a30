import type { MatchableRecord } from "../../src/matching/index.ts";
import type { Rule } from "../../src/sigma/index.ts";
import { readLines, readRules } from "../engine/inputs.ts";

const shared = "../shared/data";
const folders = ["rules", "rules-emerging-threats", "rules-threat-hunting"].map((name) => `${shared}/sigmahq/${name}`);
const eventsFile = `${shared}/events/otrf-windows.ndjson.gz`;

/** What must be there. */
export const needed: readonly string[] = [...folders, eventsFile];

export const readRecords = (): readonly MatchableRecord[] => readLines(eventsFile).map((text) => ({ text }));

/** The rules, each with the number that is its key. */
export const readKeyed = (): readonly (readonly [number, Rule])[] =>
  readRules(folders).map((rule, index) => [index, rule]);
