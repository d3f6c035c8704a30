import path from "node:path";
import { authenticate, createRateLimit, ensureAdminKey } from "./access/index.ts";
import { readRuleFiles, type ServeOptions } from "./cli/index.ts";
import { createClosers } from "./closers.ts";
import type { Configuration } from "./configuration.ts";
import { createAdmission, createWriter, keepLedger } from "./detection/index.ts";
import { createApp } from "./http/index.ts";
import { createReadiness } from "./readiness.ts";
import { openRooms, type OpenRooms, packageRoot } from "./openRooms.ts";
import { createMatcher, defaultThreads } from "./matching/index.ts";
import { loadStarterPack } from "./rules/index.ts";
import type { Clock } from "./std/index.ts";
import { keepDays, keepRollups, type Retention } from "./store/index.ts";

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

/** So long may requests that run go on when the server closes; then their connections are cut, and idle ones with them. */
const drainMs = 1_000;

/** Starts everything that `detectql serve` is. */
export async function serve(
  configuration: Configuration,
  options: ServeOptions,
  clock: Clock,
  voice: Voice,
): Promise<Served> {
  const closers = createClosers();
  try {
    // First of all: its threads start while the database does.
    const threads = configuration.DETECTQL_MATCHING_THREADS ?? defaultThreads();
    const matcher = createMatcher({ threads, onFailure: voice.fail });
    closers.add(matcher.close);
    const opening = { configuration, matcher, clock, log: voice.say, onFailure: voice.fail, share: false };
    const rooms = await openRooms(opening);
    closers.add(rooms.close);
    const { database, url: databaseUrl } = rooms;
    const retention = retentionOf(configuration);
    const voices = { log: voice.say, onFailure: voice.fail };
    const keeper = await keepDays({ database, url: databaseUrl, clock, retention, ...voices });
    closers.add(keeper.stop);
    closers.add(keepRollups(database, voice.fail).stop);
    const ledger = keepLedger({
      database,
      clock,
      hours: configuration.DETECTQL_IDEMPOTENCY_HOURS,
      onFailure: voice.fail,
    });
    closers.add(ledger.stop);
    await prepareTenant(rooms, configuration, voice);
    await matcher.ready();
    const writer = createWriter({
      database: rooms.database,
      patienceMs: configuration.DETECTQL_INGEST_PATIENCE_SECONDS * 1_000,
      onFailure: voice.fail,
    });
    const app = await createApp({
      rooms: { ...rooms, writer, admission: createAdmission(admissionLimits(configuration)) },
      authenticate: (presented) => authenticate(rooms.database, presented, clock()),
      ...limitsOf(configuration, clock),
      readiness: createReadiness({ database, keeper, writer }),
      upkeep: keeper.upkeep,
      waiting: matcher.waiting,
      silenceMs: configuration.DETECTQL_SILENCE_SECONDS * 1_000,
      logLevel: configuration.DETECTQL_LOG_LEVEL,
      introspection: configuration.DETECTQL_INTROSPECTION,
      graphiql: configuration.DETECTQL_GRAPHIQL,
    });
    closers.add(() => drain(app));
    const host = options.host ?? configuration.DETECTQL_HOST;
    const url = await listen(app, host, options.port ?? configuration.DETECTQL_PORT);
    return { url, close: closers.close };
  } catch (error) {
    await closers.close();
    throw error;
  }
}

/** What the configuration says of who may ask for how much. */
const limitsOf = (configuration: Configuration, clock: Clock) => {
  const {
    DETECTQL_RATE_CAPACITY: capacity,
    DETECTQL_RATE_PER_SECOND: perSecond,
    DETECTQL_TRUSTED_PROXIES: trustedProxies,
  } = configuration;
  return {
    ...(capacity > 0 && { rateLimit: createRateLimit({ capacity, perSecond }, clock) }),
    ...(trustedProxies && { trustedProxies }),
  };
};

/** Listens, or says what to do instead. */
async function listen(app: App, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") {
      throw new Error(`port ${port} on ${host} is in use: choose another with --port or DETECTQL_PORT`, {
        cause: error,
      });
    }
    throw error;
  }
}

type App = Awaited<ReturnType<typeof createApp>>;

async function drain(app: App): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), drainMs);
  await app.close();
  clearTimeout(cut);
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
  say(`rules: ${(await registry.book(tenantId)).effective.size} live`);
}

function retentionOf(configuration: Configuration): Retention {
  const counted = (days: number | "forever") => (days === "forever" ? undefined : days);
  return {
    events: counted(configuration.DETECTQL_KEEP_EVENTS_DAYS),
    detections: counted(configuration.DETECTQL_KEEP_DETECTIONS_DAYS),
    counts: configuration.DETECTQL_KEEP_COUNTS_DAYS,
    audit: counted(configuration.DETECTQL_KEEP_AUDIT_DAYS),
  };
}

const mebibyte = 2 ** 20;

const admissionLimits = (configuration: Configuration) => ({
  requests: configuration.DETECTQL_INGEST_REQUESTS,
  bytes: configuration.DETECTQL_INGEST_MEGABYTES * mebibyte,
  requestsPerKey: configuration.DETECTQL_INGEST_REQUESTS_PER_KEY,
  bytesPerKey: configuration.DETECTQL_INGEST_MEGABYTES_PER_KEY * mebibyte,
});
