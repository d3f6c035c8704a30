import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const facts = join(root, "../shared/data/attack/enterprise.json");

test("the table is what the script makes of the facts", ({ skip }) => {
  skip(!existsSync(facts), "the facts are not on this machine");
  const folder = mkdtempSync(join(tmpdir(), "attack-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const output = join(folder, "enterprise.ts");
  execFileSync(process.execPath, [join(root, "scripts/makeAttack.mjs"), facts, output]);
  expect(readFileSync(output, "utf8")).toBe(readFileSync(join(root, "src/attack/enterprise.ts"), "utf8"));
});
