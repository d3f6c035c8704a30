import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("a command whose output is not read to its end stops without a complaint", () => {
  const command = `'${process.execPath}' --import tsx src/main.ts logsources rules | true; exit \${PIPESTATUS[0]}`;
  const { status, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
