import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type LintCode, lintCodes } from "../../src/lint/index.ts";
import { lintText } from "./lintText.ts";

const folder = new URL("../data/lint/", import.meta.url);

const codes = readdirSync(folder);
const goldens = codes.flatMap((code) =>
  readdirSync(new URL(`${code}/`, folder))
    .filter((file) => file.endsWith(".yml"))
    .map((file) => ({ code, file })),
);

describe("a warning is printed as its golden file says, and is the only one", () => {
  test.each(goldens)("$code/$file", ({ code, file }) => {
    const name = code === "file-name" ? "rules/Archive-Tool.yaml" : "archive_password.yml";
    const isStored = code === "unrecognised-logsource";
    const { printed, found } = lintText(readFileSync(new URL(`${code}/${file}`, folder), "utf8"), name, isStored);
    const golden = new URL(`${code}/${file.replace(".yml", ".txt")}`, folder);
    if (process.env["UPDATE_GOLDEN"]) writeFileSync(golden, printed);
    expect(printed).toBe(existsSync(golden) ? readFileSync(golden, "utf8") : "");
    expect(new Set(found)).toEqual(new Set([code]));
  });
});

test.each(Object.keys(lintCodes) as LintCode[])("the code %s has a golden file", (code) => {
  expect(goldens.map((golden) => golden.code)).toContain(code);
});

test("the golden files are of codes that exist", () => {
  expect(codes.filter((code) => !(code in lintCodes))).toEqual([]);
});
