import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type LintCode, lintCodes } from "../../src/lint/index.ts";
import { problemCodes } from "../../src/sigma/index.ts";

const entries = Object.entries(lintCodes).map(([code, entry]) => ({ code, ...entry }));
const folder = fileURLToPath(new URL("../../src/lint/checks/", import.meta.url));

test("there are codes enough, and none of them is one of the parser's", () => {
  expect(entries.length).toBeGreaterThanOrEqual(45);
  expect(entries.filter(({ code }) => code in problemCodes)).toEqual([]);
});

test.each(entries)(
  "$code is explained in one sentence, with a page that says so",
  ({ severity, explanation, link }) => {
    expect(severity).toBe("warning");
    expect(explanation).toMatch(/^[A-Z`].*\.$/);
    expect(link).toMatch(/^https:\/\/github\.com\/SigmaHQ\/[\w-]+(?:\/blob\/main\/[\w/-]+\.md)?(?:#[\w-]+)?$/);
  },
);

test("each check has a file of its own, which is named after its code", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const named = files.map((file) => file.slice(file.lastIndexOf("/") + 1, -".ts".length).toLowerCase());
  const codes = (Object.keys(lintCodes) as LintCode[]).map((code) => code.replaceAll("-", ""));
  expect(named.toSorted()).toEqual(codes.toSorted());
});
