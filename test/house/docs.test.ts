import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { configurationSchema } from "../../src/configuration.ts";
import { blocksOf, codeIn, pages, projectRoot, proseOf, readText, sectionOf, tableOf } from "./docsPages.ts";

const rows = pages.map((page) => ({ page }));
const there = (file: string) => existsSync(path.join(projectRoot, file));

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (markdown: string): readonly string[] =>
  [...proseOf(markdown).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );

test.each(rows)("the links of $page lead somewhere", ({ page }) => {
  const links = [...proseOf(readText(page)).matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
  const broken = links.filter((link) => {
    if (/^https:\/\//.test(link)) return false;
    const [file = "", anchor] = link.split("#");
    const target = file === "" ? page : path.join(path.dirname(page), file);
    if (!there(target)) return true;
    return anchor !== undefined && !anchorsOf(readText(target)).includes(anchor);
  });
  expect(broken).toEqual([]);
});

test.each(rows)("the files that $page names exist", ({ page }) => {
  const named = codeIn(proseOf(readText(page)).replaceAll("\n", " "))
    .filter((code) => /^(src|test|docs|scripts|prisma|docker|rules)\/[\w./-]*$/.test(code))
    // Made by a build, or by hand in an example.
    .filter((code) => !code.startsWith("rules/mine"));
  expect(named.filter((file) => !there(file))).toEqual([]);
});

test.each(rows)("the npm scripts that $page names exist", ({ page }) => {
  const { scripts } = JSON.parse(readText("package.json")) as { scripts: Record<string, string> };
  const named = [...readText(page).matchAll(/npm run ([\w:]+)/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test.each(rows)("the settings that $page names exist", ({ page }) => {
  const named = readText(page).match(/\bDETECTQL_[A-Z_]+\b/g) ?? [];
  expect(named.filter((name) => !(name in configurationSchema.shape))).toEqual([]);
});

test.each(rows)("$page speaks of this project alone, and ends with a line break", ({ page }) => {
  const text = readText(page);
  expect(text.endsWith("\n")).toBe(true);
  expect(text).not.toMatch(/\/(work|root|home|tmp)\/\w/);
});

test("JSON in the pages is JSON", () => {
  const blocks = pages.flatMap((page) => blocksOf(readText(page)).map((block) => ({ page, ...block })));
  const json = blocks.filter(({ language }) => language === "json");
  expect(json.length).toBeGreaterThan(3);
  for (const { page, line, text } of json) expect(() => void JSON.parse(text), `${page}:${line}`).not.toThrow();
});

const decisions = pages.filter((page) => page.startsWith("docs/decisions/")).sort();

test("decisions are numbered on", () => {
  const numbers = decisions.map((page) => path.basename(page).slice(0, 4));
  expect(numbers).toEqual(decisions.map((_, index) => String(index + 1).padStart(4, "0")));
});

test.each(decisions.map((page) => ({ page })))("$page has the four parts of a decision", ({ page }) => {
  const text = readText(page);
  expect(text).toMatch(new RegExp(`^# ${path.basename(page).slice(0, 4)}: `));
  const parts = ["## Context", "## Decision", "## Consequences", "## What would change our mind"];
  expect(text.match(/^## .+$/gm)).toEqual(parts);
  for (const part of parts) expect(sectionOf(text, part).trim()).not.toBe("");
});

test("the decision on dependencies has a row for each package", () => {
  const { dependencies } = JSON.parse(readText("package.json")) as { dependencies: Record<string, string> };
  const table = tableOf(readText("docs/decisions/0010-dependencies.md"), "package");
  expect(table.flatMap(([name = ""]) => codeIn(name))).toEqual(Object.keys(dependencies));
});

test("what continuous integration runs can be run", () => {
  const file = path.join(projectRoot, ".ci/run");
  expect(statSync(file).mode & 0o111).not.toBe(0);
  expect(readText(".ci/run")).toMatch(/^step npm test\nstep npm run check$/m);
});
