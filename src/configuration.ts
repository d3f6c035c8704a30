import { z } from "zod";
import { isStrongKey, readNetwork } from "./access/index.ts";
import { keptDays } from "./rules/index.ts";

const flag = z.enum(["true", "false"]).transform((text) => text === "true");

const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "write it as postgresql://user:password@host:5432/database");

/** So long may something be kept, if not forever: a hundred years. */
const maxDays = 36_500;

/** Two days at least: a clock that steps back by a day still finds the day that it is then. */
const leastDays = 2;

const days = (atMost: number, otherwise = "") => {
  const hint = `write a number of days from ${leastDays} to ${atMost}${otherwise}`;
  const number = z.string().regex(/^\d+$/, hint).transform(Number);
  return number.refine((count) => count >= leastDays && count <= atMost, hint);
};

/** `forever`, or 0, keeps everything. */
const daysOrForever = (normally: string) =>
  z
    .union([z.enum(["forever", "0"]).transform(() => "forever" as const), days(maxDays, ", or `forever`")], {
      error: `write a number of days from ${leastDays} to ${maxDays}, or \`forever\``,
    })
    .prefault(normally);
const count = (standard: number) => z.coerce.number().int().min(1).max(1_000_000).default(standard);

/** Every setting: read from the environment once, at start. docs/configuration.md is printed from this. */
export const configurationSchema = z.object({
  DATABASE_URL: postgresUrl
    .optional()
    .describe(
      "The PostgreSQL (15 or later) to use. Without it an embedded PostgreSQL 18 runs under the data directory.",
    ),
  DETECTQL_DATA_DIR: z.string().min(1).default(".detectql").describe("Where the embedded PostgreSQL keeps its data."),
  DETECTQL_HOST: z.string().min(1).default("127.0.0.1").describe("The address to listen on; `--host` wins."),
  DETECTQL_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(4000)
    .describe("The port to listen on; `--port` wins."),
  DETECTQL_ADMIN_KEY: z
    .string()
    .refine(isStrongKey, "it must begin with dql_ and have at least 32 characters after that")
    .optional()
    .describe("The key named `admin`. Without it the first start makes one and prints it once."),
  DETECTQL_STARTER_PACK: flag
    .default(true)
    .describe("Whether a store that has never had a rule gets the starter pack."),
  DETECTQL_INTROSPECTION: flag.default(true).describe("Whether GraphQL introspection is answered."),
  DETECTQL_GRAPHIQL: flag
    .default(true)
    .describe("Whether GraphiQL is served at `/graphiql`. The page is open; the queries that it sends need a key."),
  DETECTQL_TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(",").map((network) => readNetwork(network) ?? `!${network}`))
    .refine(
      (networks) => networks.every((network) => !network.startsWith("!")),
      "write addresses or CIDR blocks, with commas between them, such as 10.0.0.0/8,192.0.2.7",
    )
    .optional()
    .describe(
      "Proxies in front of the service, as addresses or CIDR blocks with commas between them. What they say of a client's address (`X-Forwarded-For`) is believed; nobody else is.",
    ),
  DETECTQL_RATE_CAPACITY: z.coerce
    .number()
    .int()
    .min(0)
    .default(10_000_000)
    .describe(
      "Points of GraphQL cost that a key may spend at once. 0: there is no limit. Each process counts for itself.",
    ),
  DETECTQL_RATE_PER_SECOND: z.coerce
    .number()
    .int()
    .min(1)
    .default(1_000_000)
    .describe("Points that a key gets back each second."),
  DETECTQL_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(2)
    .max(1_000)
    .default(10)
    .describe("Connections to PostgreSQL, and as many again for lists, counts and statistics."),
  DETECTQL_READ_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(10)
    .max(600_000)
    .default(5_000)
    .describe(
      "Milliseconds after which the database cancels a list, a count or a statistic of detections: the answer is then an error with code TIMEOUT.",
    ),
  DETECTQL_MATCHING_THREADS: z.coerce
    .number()
    .int()
    .min(0)
    .max(256)
    .optional()
    .describe(
      "Threads that match events against rules, each with all rules in memory. Without it one per core less one, at least one. With 0 the server's own thread matches, and other requests wait meanwhile.",
    ),
  DETECTQL_KEEP_EVENTS_DAYS: daysOrForever("30").describe(
    "So many days after their arrival events are kept, with their senders' ids; `forever` keeps them. A detection outlives its event.",
  ),
  DETECTQL_KEEP_DETECTIONS_DAYS: daysOrForever("365").describe(
    "So many days after the arrival of their events detections are kept, with their activity; `forever` keeps them.",
  ),
  DETECTQL_KEEP_AUDIT_DAYS: daysOrForever("forever").describe(
    "So many days audit entries are kept; `forever` keeps them.",
  ),
  DETECTQL_KEEP_COUNTS_DAYS: days(keptDays)
    .prefault(String(keptDays))
    .describe(
      "So many days the counts of kinds of events are kept, from which coverage is told; no question reaches back further than the default.",
    ),
  DETECTQL_INGEST_REQUESTS: count(512).describe(
    "Requests with events that may be under way at once; more are answered with 503.",
  ),
  DETECTQL_INGEST_MEGABYTES: count(128).describe(
    "MiB of events, unpacked, that may be under way at once; more are answered with 503. Each takes about ten times as much memory. A request that is alone is always taken.",
  ),
  DETECTQL_INGEST_REQUESTS_PER_KEY: count(256).describe("The same for each key; more are answered with 429."),
  DETECTQL_INGEST_MEGABYTES_PER_KEY: count(64).describe("The same for each key; more are answered with 429."),
  DETECTQL_INGEST_PATIENCE_SECONDS: count(10).describe(
    "How long events wait for a database that is slow or away; then they are answered with 503.",
  ),
  DETECTQL_SILENCE_SECONDS: count(10).describe(
    "A connection that posts events is ended when nothing moves on it for so long, while the body is read or the answer is sent.",
  ),
  DETECTQL_IDEMPOTENCY_HOURS: count(24).describe(
    "How long the answers to requests with an `Idempotency-Key` are kept at least.",
  ),
  DETECTQL_LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"])
    .default("info")
    .describe("How much is logged, as JSON lines on standard output."),
});

export type Configuration = z.infer<typeof configurationSchema>;

/** Reads the environment. @returns every mistake, one line each, if there is one */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
):
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly mistakes: readonly string[] } {
  // An empty variable is what compose files make of one that is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const result = configurationSchema.safeParse(given);
  if (result.success) return { ok: true, configuration: result.data };
  return { ok: false, mistakes: result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) };
}
