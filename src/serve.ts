import path from "node:path";
import { authenticate, ensureAdminKey } from "./access/index.ts";
import { readRuleFiles, type ServeOptions } from "./cli/index.ts";
import type { Configuration } from "./configuration.ts";
import { createApp } from "./http/index.ts";
import { openRooms, type OpenRooms, packageRoot } from "./openRooms.ts";
import { loadStarterPack } from "./rules/index.ts";
import type { Clock } from "./std/index.ts";
import { keepPartitions } from "./store/index.ts";

/** A running server. */
export interface Served {
  readonly url: string;
  /** Takes no more requests, finishes those that run, closes everything. */
  readonly close: () => Promise<void>;
}

/** What people and log collectors are told. */
export interface Voice {
  readonly say: (message: string) => void;
  readonly fail: (error: unknown) => void;
}

/** Starts everything that `detectql serve` is. */
export async function serve(
  configuration: Configuration,
  options: ServeOptions,
  clock: Clock,
  voice: Voice,
): Promise<Served> {
  const rooms = await openRooms({ configuration, clock, log: voice.say, onFailure: voice.fail, share: false });
  try {
    const partitions = await keepPartitions(rooms.database, clock, voice.fail);
    await prepareTenant(rooms, configuration, voice);
    const app = await createApp({
      rooms,
      authenticate: (key) => authenticate(rooms.database, key, clock()),
      isReady: () => answers(rooms),
      logLevel: configuration.DETECTQL_LOG_LEVEL,
      introspection: configuration.DETECTQL_INTROSPECTION,
    });
    const host = options.host ?? configuration.DETECTQL_HOST;
    const url = await app.listen({ host, port: options.port ?? configuration.DETECTQL_PORT });
    const close = async () => {
      await app.close();
      await partitions.stop();
      await rooms.close();
    };
    return { url, close };
  } catch (error) {
    await rooms.close();
    throw error;
  }
}

/** The first key and the first rules. */
async function prepareTenant(rooms: OpenRooms, configuration: Configuration, { say }: Voice): Promise<void> {
  const { database, tenantId, registry, clock } = rooms;
  const key = await ensureAdminKey(database, tenantId, configuration.DETECTQL_ADMIN_KEY, clock());
  if (key !== undefined) say(`admin key: ${key}`);
  if (configuration.DETECTQL_STARTER_PACK) {
    const actor = { tenantId, name: "starter pack" };
    await loadStarterPack(rooms, actor, () => readRuleFiles([path.join(packageRoot, "rules")]));
  }
  say(`rules: ${(await registry.book(tenantId)).ruleSet.size} live`);
}

async function answers({ database }: OpenRooms): Promise<boolean> {
  try {
    await database.pool.query("select 1");
    return true;
  } catch {
    return false;
  }
}
