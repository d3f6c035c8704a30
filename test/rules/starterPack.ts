import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Classification, JsonObject } from "../../src/event/index.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A record as it was sent, with what the sender said about it. */
export interface Sample {
  readonly record: JsonObject;
  readonly declared?: Partial<Classification>;
}

/** The records of `test/data/starter/<name>.json`. */
export interface Fixture {
  readonly match: readonly Sample[];
  readonly nearMiss: readonly Sample[];
  /** Ids of other rules that are right to match these records too. */
  readonly also: readonly string[];
}

/** The rule files of the starter pack by their names: name -> text. */
export function ruleFiles(): ReadonlyMap<string, string> {
  return texts(join(root, "rules"), ".yml");
}

export function fixtures(): ReadonlyMap<string, Fixture> {
  return new Map([...texts(join(root, "test/data/starter"), ".json")].map(([name, text]) => [name, fixtureOf(text)]));
}

/** Throws if two files have the same name: a fixture belongs to one rule. */
function texts(folder: string, extension: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(extension));
  const byName = files.map((file) => [basename(file, extension), readFileSync(join(folder, file), "utf8")] as const);
  const found = new Map(byName.sort(([one], [other]) => (one < other ? -1 : 1)));
  if (found.size !== files.length) throw new Error(`two files of ${folder} have the same name`);
  return found;
}

interface Wrapper {
  readonly logsource: { readonly product?: string; readonly category?: string; readonly service?: string };
  readonly record: JsonObject;
}

function fixtureOf(text: string): Fixture {
  const {
    match,
    nearMiss,
    also = [],
  } = JSON.parse(text) as {
    readonly match: readonly (JsonObject | Wrapper)[];
    readonly nearMiss: readonly (JsonObject | Wrapper)[];
    readonly also?: readonly string[];
  };
  return { match: match.map(sampleOf), nearMiss: nearMiss.map(sampleOf), also };
}

function sampleOf(entry: JsonObject | Wrapper): Sample {
  if (!isWrapper(entry)) return { record: entry };
  const { category, ...rest } = entry.logsource;
  return { record: entry.record, declared: { ...rest, ...(category !== undefined && { categories: [category] }) } };
}

const isWrapper = (entry: JsonObject | Wrapper): entry is Wrapper => "logsource" in entry && "record" in entry;
