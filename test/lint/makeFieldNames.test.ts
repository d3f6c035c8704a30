import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const names = join(root, "../shared/data/sigmahq/logsource.json");

test("the table is what the script makes of the names", ({ skip }) => {
  skip(!existsSync(names), "the names are not on this machine");
  const folder = mkdtempSync(join(tmpdir(), "names-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const output = join(folder, "fieldNames.ts");
  execFileSync(process.execPath, [join(root, "scripts/makeFieldNames.mjs"), names, output]);
  expect(readFileSync(output, "utf8")).toBe(readFileSync(join(root, "src/lint/fieldNames.ts"), "utf8"));
});
