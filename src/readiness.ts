import { setTimeout as sleep } from "node:timers/promises";
import type { Writer } from "./detection/index.ts";
import { type Database, fewDaysAhead, findOutage, type Keeper, outageTexts } from "./store/index.ts";

/** Whether the service could take events now. `reason` says why not; warnings are for an operator, and hinder nothing. */
export interface Readiness {
  readonly reason?: string;
  readonly warnings: readonly string[];
}

export interface ReadinessRooms {
  readonly database: Pick<Database, "pool">;
  readonly keeper: Pick<Keeper, "upkeep">;
  readonly writer: Pick<Writer, "isWell">;
}

/** An answer this young serves again: everybody may ask. */
const freshMs = 1_000;
/** Who asks has no patience. */
const patienceMs = 2_000;

/** Asks the database, once for all who ask at the same time. */
export function createReadiness({ database, keeper, writer }: ReadinessRooms): () => Promise<Readiness> {
  let asked: Promise<string | undefined> | undefined;
  const ask = () => {
    asked ??= findReason(database, writer).finally(() => {
      setTimeout(() => {
        asked = undefined;
      }, freshMs).unref();
    });
    return asked;
  };
  return async () => {
    const reason = await ask();
    const warnings = warningsOf(keeper);
    return reason === undefined ? { warnings } : { reason, warnings };
  };
}

async function findReason(
  { pool }: ReadinessRooms["database"],
  writer: ReadinessRooms["writer"],
): Promise<string | undefined> {
  const outage = await Promise.race([findOutage(pool), sleep(patienceMs, "busy" as const, { ref: false })]);
  if (outage !== undefined) return outageTexts[outage];
  return writer.isWell() ? undefined : "the database did not store what it was given last";
}

const warningsOf = ({ upkeep }: ReadinessRooms["keeper"]): string[] =>
  upkeep()
    .tables.filter(({ daysAhead }) => daysAhead < fewDaysAhead)
    .map(({ table, daysAhead }) => `the table ${table} has a place for ${daysAhead} days ahead only`);
