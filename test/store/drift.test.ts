import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { findDrift } from "../../scripts/checkDrift.ts";
import { useDatabase } from "../setup/database.ts";

const database = useDatabase(Date.UTC(2026, 10, 23));
const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const schema = await readFile(path("prisma/schema.prisma"), "utf8");

test("the migrations make what schema.prisma describes", async () => {
  expect(await findDrift(database().url, schema)).toBe("");
});

test.each([
  { was: "model Event {", is: "model Event {\n  extra String", lacks: 'ADD COLUMN     "extra" TEXT NOT NULL' },
  { was: "host          String?", is: "host String", lacks: 'ALTER COLUMN "host" SET NOT NULL' },
  { was: "  @@index([tenantId, time])\n", is: "", lacks: 'DROP INDEX "detection_tenant_id_time_idx"' },
  { was: "  ACTIVE\n", is: "  ACTIVE\n  PAUSED\n", lacks: "ADD VALUE 'PAUSED'" },
])("a schema with $is in place of $was has drifted", async ({ was, is, lacks }) => {
  expect(schema).toContain(was);
  expect(await findDrift(database().url, schema.replace(was, is))).toContain(lacks);
});

test("a schema that cannot be read is no agreement", async () => {
  await expect(findDrift(database().url, `${schema}\nmodel X {`)).rejects.toThrow("validating");
});

test("the script says that they agree", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", path("scripts/checkDrift.ts")], {
    cwd: path("."),
  });
  expect(stdout).toBe("schema.prisma and the migrations agree\n");
});
