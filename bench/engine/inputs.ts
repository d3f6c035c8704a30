import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Rule } from "../../src/sigma/index.ts";
import { parseSigma, resolvePlaceholders } from "./rooms.ts";

/** The rules of files and folders that need no lists. */
export function readRules(paths: readonly string[]): readonly Rule[] {
  return paths
    .flatMap(filesIn)
    .flatMap((name) => parseSigma({ name, text: readFileSync(name, "utf8") }).rules)
    .filter((rule) => resolvePlaceholders(rule, new Map()).problems.length === 0);
}

function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()
    .map((name) => join(path, name));
}

/** The lines of an NDJSON file, plain or gzip; each a text of its own, as a piece of a huge one would be slower to read. */
export function readLines(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const lines: string[] = [];
  for (let start = 0; start < plain.length;) {
    const found = plain.indexOf(10, start);
    const end = found < 0 ? plain.length : found;
    if (end > start) lines.push(plain.toString("utf8", start, end));
    start = end + 1;
  }
  return lines;
}

/** Those that are there; the others are told. */
export const present = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => {
    if (!existsSync(path)) console.log(`skipped: ${path} is missing`);
    return existsSync(path);
  });
