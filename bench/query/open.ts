// A database of its own, with rules and detections in it; kept and found again where that is wanted.
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Feed } from "../../src/detection/index.ts";
import type { RuleRoom } from "../../src/rules/index.ts";
import { loadDetections } from "./load.ts";
import { createFeed, createMatcher, createRegistry, defaultTenantId, importRules, openDatabase } from "./rooms.ts";
import { generatedRules, rulesIn, weightOf } from "./rules.ts";

export interface BenchRooms extends RuleRoom {
  readonly feed: Feed;
  readonly tenantId: number;
  /** Just after the last detection. */
  readonly now: Date;
  readonly detections: number;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly detections: number;
  /** Kept after; used as it is if it has detections already. */
  readonly keep: string | undefined;
  readonly rules: string | undefined;
  readonly say: (line: string) => void;
}

export async function openBench({ detections, keep, rules, say }: OpenOptions): Promise<BenchRooms> {
  const directory = keep ?? (await mkdtemp(join(tmpdir(), "detectql-bench-")));
  await mkdir(directory, { recursive: true });
  // Root's server runs as another user.
  await chmod(directory, 0o755);
  const onFailure = (error: unknown) => console.error(error);
  const opened = await openDatabase({ directory, poolSize: 10, log: () => undefined, onFailure, share: false });
  const { database, url } = opened;
  const matcher = createMatcher({ threads: 0, onFailure });
  const registry = createRegistry({ database, matcher, url, clock: () => new Date(), onFailure });
  const feed = createFeed({ database, url, onFailure });
  const tenantId = await defaultTenantId(database);
  const close = async () => {
    await feed.stop();
    await registry.stop();
    await matcher.close();
    await opened.close();
    if (keep === undefined) await rm(directory, { recursive: true, force: true });
  };
  const room = { database, registry, feed, clock: () => new Date() };
  const last = await lastArrival(room);
  if (last !== undefined)
    return { ...room, tenantId, now: last.now, detections: last.count, clock: () => last.now, close };
  const started = performance.now();
  const now = new Date();
  await importRules(room, { tenantId, name: "bench" }, rules === undefined ? generatedRules() : rulesIn(rules));
  const entries = [...(await registry.refresh(tenantId)).byId.values()].toSorted((one, other) => one.id - other.id);
  const client = await database.pool.connect();
  const weighted = entries.map(({ id }, place) => ({ id, weight: weightOf(place) }));
  await loadDetections(client, { tenantId, detections, now, rules: weighted }, say);
  await client.query("vacuum analyze");
  client.release(true);
  say(`loaded in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
  return { ...room, tenantId, now, detections, clock: () => now, close };
}

async function lastArrival({
  database,
}: RuleRoom): Promise<{ readonly now: Date; readonly count: number } | undefined> {
  const { rows } = await database.pool.query<{ now: Date; last: bigint }>(
    `select updated_at as now, (select last from detection_sequence order by last desc limit 1) as last
     from detection order by id desc limit 1`,
  );
  const [row] = rows;
  return row && { now: row.now, count: Number(row.last) };
}
