import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createProgram } from "../../src/cli/index.ts";

export const projectRoot = path.resolve(import.meta.dirname, "../..");

/** Every page of the project, by its path. */
export const pages: readonly string[] = [
  ...readdirSync(projectRoot).filter((file) => file.endsWith(".md")),
  ...readdirSync(path.join(projectRoot, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => path.posix.join("docs", file.replaceAll(path.sep, "/"))),
  "rules/README.md",
];

export const readText = (file: string): string => readFileSync(path.join(projectRoot, file), "utf8");

export interface Block {
  readonly language: string;
  readonly text: string;
  /** The line of its first line, counted from 1. */
  readonly line: number;
}

/** The fenced blocks of a text. */
export function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(({ index, 1: language = "", 2: text = "" }) => ({
    language,
    text,
    line: markdown.slice(0, index).split("\n").length + 1,
  }));
}

/** A text without its fenced blocks. */
export const proseOf = (markdown: string): string => markdown.replace(/^```\w*\n.*?^```$/gms, "");

/** What stands under a heading, up to the next one of the same rank or above. */
export function sectionOf(markdown: string, heading: string): string {
  const [rank = ""] = /^#+/.exec(heading) ?? [];
  const [, ...after] = `\n${markdown}`.split(`\n${heading}\n`);
  if (after.length !== 1) throw new Error(`there are ${after.length} sections named ${heading}`);
  return (after[0] ?? "").split(new RegExp(`^#{1,${rank.length}} `, "m"))[0] ?? "";
}

/** The cells of the table whose head begins with this cell, row by row. */
export function tableOf(markdown: string, firstHead: string): readonly (readonly string[])[] {
  const lines = markdown.split("\n");
  const head = lines.findIndex((line) => cellsOf(line)[0] === firstHead);
  if (head < 0) throw new Error(`there is no table that begins with ${firstHead}`);
  const end = lines.findIndex((line, index) => index > head && !line.startsWith("|"));
  return lines.slice(head + 2, end).map(cellsOf);
}

const cellsOf = (line: string): readonly string[] =>
  line.startsWith("|")
    ? line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim())
    : [];

/** The text of the code in a cell: `name` without its backticks. */
export const codeIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);

/** The command line, to be asked for its commands and not to be run. */
export function idleProgram(): ReturnType<typeof createProgram> {
  const never = () => Promise.reject(new Error("nothing runs here"));
  const silent = () => undefined;
  return createProgram({
    version: "0",
    serve: never,
    withRooms: never,
    clock: () => new Date(0),
    print: silent,
    say: silent,
  });
}
