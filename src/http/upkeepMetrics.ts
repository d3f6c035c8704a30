import { Counter, Gauge, type Registry } from "prom-client";
import type { HttpOptions } from "./options.ts";

/** Metrics of the days that tables are kept in. */
export function upkeepMetrics(registry: Registry, upkeep: HttpOptions["upkeep"]): void {
  const registers = [registry];
  const gauge = (name: string, help: string, collect: (gauge: Gauge) => void, labelNames: string[] = ["table"]) =>
    new Gauge({
      ...{ name, help, labelNames, registers },
      collect() {
        collect(this);
      },
    });
  gauge("detectql_days", "Days that a table has.", (one) => {
    for (const { table, days } of upkeep().tables) one.set({ table }, days);
  });
  gauge("detectql_days_ahead", "Days after today that a table has a place for.", (one) => {
    for (const { table, daysAhead } of upkeep().tables) one.set({ table }, daysAhead);
  });
  gauge(
    "detectql_upkeep_last_run_seconds",
    "When days were last made and dropped without a failure, in seconds since 1970; 0 is never.",
    (one) => one.set((upkeep().lastRunMs ?? 0) / 1_000),
    [],
  );
  // Counted elsewhere: what is shown is set, not added to.
  const counter = (name: string, help: string, labelNames: string[], collect: (counter: Counter) => void) =>
    new Counter({
      ...{ name, help, labelNames, registers },
      collect() {
        this.reset();
        collect(this);
      },
    });
  counter("detectql_days_dropped_total", "Days that this process has dropped.", ["table"], (one) => {
    for (const { table, dropped } of upkeep().tables) one.inc({ table }, dropped);
  });
  counter("detectql_upkeep_failures_total", "Failures to make or drop days.", [], (one) => one.inc(upkeep().failures));
}
