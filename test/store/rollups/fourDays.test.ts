import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { migrationsFolder } from "../../../src/store/migrate/migrations.ts";
import { rollUp } from "../../../src/store/rollUp.ts";
import { useDatabase } from "../../setup/database.ts";
import { makeDetections } from "../../setup/detections.ts";

const now = new Date("2026-11-23T12:00:00.000Z");
const dayMs = 86_400_000;
const database = useDatabase(now.getTime());

test("a database from before them gets the four days that rolling up gives", async () => {
  const { pool } = database();
  const make = (ruleId: number, daysAgo: number, host: string) => {
    const time = new Date(now.getTime() - daysAgo * dayMs);
    return { ruleId, arrival: now, time, host };
  };
  const wanted = [
    make(1, 0, "a"),
    make(1, 1, "a"),
    make(1, 2, "a"),
    make(2, 1, "b"),
    make(1, 5, "a"),
    make(2, 6, "b"),
    make(2, 9, "a"),
  ];
  await makeDetections(database(), 1, wanted);
  await rollUp(database());
  const fourDays = async () =>
    await Promise.all([
      pool
        .query<object>("select * from rollup_rule where minutes = 5760 order by bucket, rule_id")
        .then(({ rows }) => rows),
      pool
        .query<object>("select * from rollup_entity where minutes = 5760 order by bucket, value")
        .then(({ rows }) => rows),
    ]);
  const rolledUp = await fourDays();
  expect(rolledUp.map(({ length }) => length)).toEqual([6, 6]);
  await pool.query("delete from rollup_rule where minutes = 5760; delete from rollup_entity where minutes = 5760");
  await pool.query("drop index rollup_rule_four_days_idx, rollup_entity_four_days_idx");
  await pool.query(await readFile(join(migrationsFolder, "20261125009000_rollup_four_days", "migration.sql"), "utf8"));
  expect(await fourDays()).toEqual(rolledUp);
});
