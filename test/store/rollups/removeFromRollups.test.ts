import { expect, test } from "vitest";
import { inTransaction } from "../../../src/store/queryable.ts";
import { rollUp } from "../../../src/store/rollUp.ts";
import { lockRollupProgress } from "../../../src/store/statements/lockRollupProgress.ts";
import { removeFromRollups } from "../../../src/store/statements/removeFromRollups.ts";
import { useDatabase } from "../../setup/database.ts";
import { makeDetections } from "../../setup/detections.ts";

const now = new Date("2026-11-23T12:00:00.000Z");
const database = useDatabase(now.getTime());
const tenantId = 1;

test("a day that is dropped is out of the roll-ups, whenever its events happened", async () => {
  const { pool } = database();
  const yesterday = new Date("2026-11-22T12:00:00.000Z");
  const make = (arrival: Date, time: Date) => ({ ruleId: 1, arrival, time, host: "a" });
  await makeDetections(database(), tenantId, [make(yesterday, yesterday), make(now, yesterday), make(now, now)]);
  await rollUp(database());
  // Not rolled up: it must not be taken out.
  await makeDetections(database(), tenantId, [make(yesterday, yesterday)]);
  await inTransaction(pool, async (db) => {
    const progress = (await lockRollupProgress(db, tenantId)) ?? 0n;
    await removeFromRollups(db, tenantId, { table: "detection_20261122", progress });
    await db.query("drop table part.detection_20261122");
  });
  const { rows } = await pool.query(
    `select (select array_agg(count order by bucket) from rollup_rule where minutes = 1440) as rules,
       (select array_agg(count order by bucket) from rollup_entity where minutes = 1440) as hosts`,
  );
  expect(rows).toEqual([{ rules: [1, 1], hosts: [1, 1] }]);
});
