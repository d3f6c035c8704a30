import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFaults, noFaults } from "./findFaults.ts";
import { addRules, type Load, startLoad } from "./load.ts";
import { chance, seeded } from "./random.ts";
import { type EmbeddedService, startEmbeddedService } from "./service.ts";

/** More on demand: `FAULT_KILLS=50 npx vitest run test/faults/kills.test.ts`. */
const kills = Number(process.env["FAULT_KILLS"] ?? 3);
const killMs = 90_000;

let service: EmbeddedService;
beforeAll(async () => {
  service = await startEmbeddedService();
}, 180_000);
afterAll(() => service.close(), 60_000);

test(
  `after ${kills} kills under load every acknowledged event and detection is there, once`,
  () =>
    seeded(async () => {
      await addRules(service);
      const draw = chance(0);
      const load = startLoad(service, { senders: 6 });
      const victims: Record<Victim, number> = { service: 0, database: 0, both: 0 };
      for (let kill = 0; kill < kills; kill++) {
        await progress(load, draw.number(3, 30));
        await sleep(draw.number(0, 40));
        // In turn, so that few kills meet them all.
        const victim = order[kill % order.length] ?? "service";
        victims[victim]++;
        await strike(victim);
      }
      await progress(load, 10);
      await load.stop();
      const faults = await findFaults(await service.databaseUrl(), load.ledger);
      report(load, victims, faults);
      expect(faults, service.said()).toEqual(noFaults);
      expect(service.said()).not.toContain("bug:");
    }),
  60_000 + kills * killMs,
);

type Victim = "service" | "database" | "both";
const order: readonly Victim[] = ["service", "database", "both", "database"];

async function strike(victim: Victim): Promise<void> {
  if (victim !== "service") await service.killDatabase();
  if (victim === "database") return;
  await service.kill();
  await service.start();
}

/** Waits until so many more batches are acknowledged: a slow machine takes its time. */
async function progress({ ledger }: Load, batches: number): Promise<void> {
  const wanted = ledger.acknowledged.length + batches;
  const arrived = () => ledger.acknowledged.length >= wanted || ledger.complaints.length > 0;
  await expect
    .poll(arrived, { timeout: killMs, interval: 5, message: `the service goes on:\n${service.said()}` })
    .toBe(true);
}

/** For those who ask for more than the tests do. */
function report({ ledger }: Load, victims: Readonly<Record<Victim, number>>, faults: typeof noFaults): void {
  if (process.env["FAULT_KILLS"] === undefined) return;
  const { acknowledged, unsure, detections } = ledger;
  const events = acknowledged.reduce((sum, { hosts }) => sum + hosts.length, 0);
  const { lost, twice, half } = faults;
  console.log(
    `${kills} kills (${JSON.stringify(victims)}): ${acknowledged.length} batches with ${events} events acknowledged, ` +
      `${detections.length} detections named, ${unsure.length} batches unsure; ` +
      `lost ${lost.length}, twice ${twice.length}, half ${half.length}`,
  );
}
