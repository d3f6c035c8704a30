import { execFileSync } from "node:child_process";
import { type FileHandle, mkdtemp, open, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { query } from "../setup/postgres.ts";
import { findFaults, noFaults } from "./findFaults.ts";
import { addRules, type Load, merged, startLoad } from "./load.ts";
import { seeded } from "./random.ts";
import { type EmbeddedService, startEmbeddedService } from "./service.ts";

const diskMb = 320;
/** So much is left when the load begins: less than a segment of PostgreSQL's log. */
const leftMb = 6;
const megabyte = Buffer.alloc(1024 * 1024);
const patienceMs = 90_000;

const disk = await mkdtemp(path.join(tmpdir(), "detectql-disk-"));

/** A small disk takes a mount, which takes root. @returns why there is none */
function mountDisk(): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "only root can mount a small disk, under Linux";
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${diskMb}m,mode=755`, "tmpfs", disk], { stdio: "pipe" });
    return undefined;
  } catch (error) {
    return `no small disk can be mounted here: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
}

const hindrance = mountDisk();
if (hindrance !== undefined) {
  console.warn(`test/faults/diskFull.test.ts is skipped: ${hindrance}`);
  await rm(disk, { recursive: true });
}

describe.skipIf(hindrance !== undefined)("a full disk", () => {
  let service: EmbeddedService;
  beforeAll(async () => {
    // What cannot be stored is refused soon.
    service = await startEmbeddedService(disk, { DETECTQL_INGEST_PATIENCE_SECONDS: "1" });
    await addRules(service);
  }, 180_000);
  afterAll(async () => {
    await service.close();
    // Lazily: the last files of the server may still be open.
    execFileSync("umount", ["-l", disk]);
    await rm(disk, { recursive: true });
  }, 60_000);

  const ready = async () => {
    const answer = await fetch(`${service.url()}/readyz`);
    return { status: answer.status, said: ((await answer.json()) as { status: string }).status };
  };

  test.each<{ what: string; worse: () => Promise<void> }>([
    { what: "events are refused with 503", worse: () => Promise.resolve() },
    { what: "the database ends, for want of room for its log, and is started again", worse: endDatabase },
  ])(
    "$what; nothing acknowledged is lost, and when there is room again it goes on",
    ({ worse }) =>
      seeded(async () => {
        expect(await ready()).toEqual({ status: 200, said: "ready" });
        const [ballast, rest] = [path.join(disk, "ballast"), path.join(disk, "rest")];
        await fill(ballast, leftMb);
        const load = startLoad(service, { senders: 4, paddingBytes: 8_000, name: `s${loads.length}` });
        loads.push(load);
        // One without ids that is refused is not sent again.
        const refused = () => load.ledger.unsure.length;
        await expect.poll(refused, { timeout: patienceMs }).toBeGreaterThan(0);
        // What is left is too little for that batch, but may be enough for a smaller one.
        await fill(rest, 0);
        await expect.poll(async () => (await ready()).status, { timeout: patienceMs }).toBe(503);
        expect((await ready()).said).toMatch(/disk of the database is full|does not answer|starting or stopping/);
        await worse();
        const before = refused();
        await expect.poll(refused, { timeout: patienceMs }).toBeGreaterThan(before);

        await Promise.all([rm(ballast), rm(rest)]);
        await progress(load, 10);
        await load.stop();
        await expect.poll(ready, { timeout: patienceMs }).toEqual({ status: 200, said: "ready" });
        const ledger = merged(loads.map((one) => one.ledger));
        expect(await findFaults(await service.databaseUrl(), ledger), service.said()).toEqual(noFaults);
      }),
    5 * patienceMs,
  );

  const loads: Load[] = [];

  /** A segment of its log is begun: there is no room for another, and without a log it cannot go on. */
  async function endDatabase(): Promise<void> {
    const url = await service.databaseUrl();
    const said = async () => {
      // What must be written down lets the next switch find something to switch from.
      await query(url, "select pg_create_restore_point('faults'); select pg_switch_wal()").catch(() => undefined);
      return (await ready()).said;
    };
    await expect.poll(said, { timeout: patienceMs, interval: 500 }).toMatch(/does not answer|starting or stopping/);
  }

  async function progress({ ledger }: Load, batches: number): Promise<void> {
    const wanted = ledger.acknowledged.length + batches;
    const arrived = () => ledger.acknowledged.length >= wanted || ledger.complaints.length > 0;
    await expect.poll(arrived, { timeout: patienceMs, message: `it goes on:\n${service.said()}` }).toBe(true);
  }
});

/** Writes a file until so much is left. */
async function fill(file: string, leaveMb: number): Promise<void> {
  const handle = await open(file, "w");
  try {
    while ((await freeBytes()) > leaveMb * megabyte.length && (await wrote(handle)));
  } finally {
    await handle.close();
  }
}

async function freeBytes(): Promise<number> {
  const { bavail, bsize } = await statfs(disk);
  return bavail * bsize;
}

/** Down to the last page: what does not fit as a whole is written as far as it goes. */
async function wrote(handle: FileHandle): Promise<boolean> {
  return await handle.write(megabyte).then(
    () => true,
    () => false,
  );
}
