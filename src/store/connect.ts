import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";

/** A database: a pool of connections for statements of our own and for Prisma, and one for reads that may be large. */
export interface Database {
  readonly pool: pg.Pool;
  /** For lists, counts and statistics: the server cancels them early, and however many there are, writers find connections. */
  readonly reads: pg.Pool;
  readonly prisma: PrismaClient;
  /** Waits for the statements under way, then closes every connection. */
  readonly close: () => Promise<void>;
}

export interface ConnectOptions {
  /** Told of connections that broke while nobody used them; the pool replaces them. */
  readonly onError: (error: Error) => void;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  readonly maxConnections?: number;
  readonly maxReadConnections?: number;
  /** After which the server cancels a statement; 0 is never. */
  readonly statementTimeoutMs?: number;
  /** The same for a read. */
  readonly readTimeoutMs?: number;
  /**
   * After which a connection is given up whose server does not even cancel, or whose network loses everything; 0 is never. Five seconds
   * longer than the statement's if absent.
   */
  readonly queryTimeoutMs?: number;
}

const graceMs = 5_000;

/**
 * Reads are of tens of thousands of rows and many at a time: to start workers, or to compile, takes longer than to do one of them,
 * and takes the cores from the others. To plan for every day that there is takes longer than most reads: it is done once for all values
 * (see `runKept`), but for what says otherwise (see `plannedForValues`).
 */
const forManyReaders =
  "-c max_parallel_workers_per_gather=0 -c jit=off -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_bitmapscan=off";

/** So long a connection that nobody uses keeps its plans: to make them all again takes as long as some hundred reads. */
const readyMs = 60_000;

/**
 * Opens a pool; connections are made when they are needed.
 *
 * Values come as: `int8` bigint, as from Prisma (a sequence may outgrow 2^53; cast a count to int4), `timestamptz` Date,
 * `date` text, `uuid` lowercase text, `bytea` Buffer, `numeric` text, `json` parsed.
 */
export function connect(url: string, options: ConnectOptions): Database {
  const { maxConnections = 10, statementTimeoutMs = 30_000 } = options;
  const { maxReadConnections = maxConnections, readTimeoutMs = 5_000 } = options;
  const patience = (timeoutMs: number) => ({
    statement_timeout: timeoutMs,
    query_timeout: options.queryTimeoutMs ?? (timeoutMs === 0 ? 0 : timeoutMs + graceMs),
  });
  const pool = openPool(url, options, { max: maxConnections, ...patience(statementTimeoutMs) });
  const reads = openPool(url, options, {
    max: maxReadConnections,
    ...patience(readTimeoutMs),
    options: forManyReaders,
    idleTimeoutMillis: readyMs,
  });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    await prisma.$disconnect();
    await Promise.all([pool.end(), reads.end()]);
  };
  return { pool, reads, prisma, close };
}

function openPool(
  url: string,
  { onError, applicationName = "detectql" }: ConnectOptions,
  limits: Pick<pg.PoolConfig, "max" | "statement_timeout" | "query_timeout" | "options" | "idleTimeoutMillis">,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: applicationName,
    ...limits,
    // A process that stops in the middle of a transaction must not keep its locks.
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types,
  });
  // Without a listener an idle connection that breaks would end the process.
  pool.on("error", onError);
  return pool;
}

// Prisma brings parsers of its own with every query.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, BigInt);
// The default would make it midnight in the zone of this machine.
types.setTypeParser(pg.types.builtins.DATE, String);
