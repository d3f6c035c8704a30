import fastify from "fastify";
import { Registry } from "prom-client";
import { expect, onTestFinished, test } from "vitest";
import { healthRoutes } from "../../src/http/health.ts";
import type { HttpOptions } from "../../src/http/options.ts";
import { upkeepMetrics } from "../../src/http/upkeepMetrics.ts";
import { createReadiness } from "../../src/readiness.ts";
import type { Upkeep } from "../../src/store/upkeep.ts";
import { useDatabase } from "../setup/database.ts";

const database = useDatabase();

const upkeep = (daysAhead: number): Upkeep => ({
  tables: [{ table: "event", days: 30, daysAhead, dropped: 2 }],
  failures: 1,
  lastRunMs: 1_795_421_424_000,
});

async function readyz(readiness: HttpOptions["readiness"]) {
  const app = fastify();
  onTestFinished(() => app.close());
  healthRoutes(app, { readiness });
  const { statusCode, body } = await app.inject("/readyz");
  return { status: statusCode, said: JSON.parse(body) as unknown };
}

test.each([
  { reason: undefined, warnings: [], status: 200, said: { status: "ready" } },
  { reason: "the disk is full", warnings: [], status: 503, said: { status: "the disk is full" } },
  { reason: undefined, warnings: ["a"], status: 200, said: { status: "ready", warnings: ["a"] } },
])("readiness with reason $reason and warnings $warnings is $status", async ({ reason, warnings, status, said }) => {
  expect(await readyz(() => Promise.resolve({ ...(reason && { reason }), warnings }))).toEqual({ status, said });
});

test.each([
  { daysAhead: 7, warnings: [] },
  { daysAhead: 3, warnings: [] },
  { daysAhead: 2, warnings: ["the table event has a place for 2 days ahead only"] },
])("with $daysAhead days ahead the warnings are $warnings", async ({ daysAhead, warnings }) => {
  const readiness = createReadiness({
    database: database(),
    keeper: { upkeep: () => upkeep(daysAhead) },
    writer: { isWell: () => true },
  });
  expect(await readiness()).toEqual({ warnings });
});

test("a writer whose last transaction failed is a reason", async () => {
  const keeper = { upkeep: () => upkeep(7) };
  const readiness = createReadiness({ database: database(), keeper, writer: { isWell: () => false } });
  expect(await readiness()).toEqual({ reason: "the database did not store what it was given last", warnings: [] });
});

test("metrics tell of the days, each time as they are then", async () => {
  const registry = new Registry();
  let daysAhead = 7;
  upkeepMetrics(registry, () => upkeep(daysAhead));
  await registry.metrics();
  daysAhead = 6;
  const text = await registry.metrics();
  const lines = text.split("\n").filter((line) => line.startsWith("detectql_"));
  expect(lines).toEqual([
    'detectql_days{table="event"} 30',
    'detectql_days_ahead{table="event"} 6',
    "detectql_upkeep_last_run_seconds 1795421424",
    'detectql_days_dropped_total{table="event"} 2',
    "detectql_upkeep_failures_total 1",
  ]);
});
