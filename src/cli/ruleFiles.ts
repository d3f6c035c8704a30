import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Source } from "../sigma/index.ts";

/** Reads rule files, and the .yml and .yaml files of folders and all folders within, in the order of their paths. */
export async function readRuleFiles(paths: readonly string[]): Promise<Source[]> {
  const files = (await Promise.all(paths.map(filesUnder))).flat();
  if (files.length === 0) throw new Error(`there is no .yml or .yaml file in ${paths.join(", ")}`);
  return await Promise.all(files.map(async (name) => ({ name, text: await readFile(name, "utf8") })));
}

async function filesUnder(given: string): Promise<string[]> {
  const found = await stat(given).catch(() => undefined);
  if (found === undefined) throw new Error(`there is no file or folder ${given}`);
  if (!found.isDirectory()) return [given];
  const entries = await readdir(given, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && /\.ya?ml$/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
