import type { Presented, Principal, RateLimit, Refusal } from "../access/index.ts";
import type { Pipeline } from "../detection/index.ts";

/** What the HTTP server is given; it reads no environment itself. */
export interface HttpOptions {
  readonly rooms: Pipeline;
  /** Who holds a key, or why it opens nothing. */
  readonly authenticate: (presented: Presented) => Promise<Principal | Refusal>;
  /** How much a key may ask of GraphQL; without it as much as it likes. */
  readonly rateLimit?: RateLimit;
  /** Proxies whose word on a client's address is taken: addresses and CIDR blocks. None if absent. */
  readonly trustedProxies?: readonly string[];
  /** Whether events could be taken now: a `reason` says why not; warnings are for an operator, and hinder nothing. */
  readonly readiness: () => Promise<{ readonly reason?: string; readonly warnings: readonly string[] }>;
  /** How the days that tables are kept in are made and dropped; times in ms since 1970. */
  readonly upkeep: () => Upkeep;
  /** Events that wait for matching, or are being matched. */
  readonly waiting: () => number;
  /** A connection on which nothing moves for so long, while a body is read or an answer sent, is ended. */
  readonly silenceMs: number;
  readonly logLevel: string;
  readonly introspection: boolean;
  /** Whether GraphiQL is served at /graphiql. */
  readonly graphiql: boolean;
  /** Times of subscriptions, where others than usual are wanted. */
  readonly live?: { readonly keepAliveMs?: number; readonly keyCheckMs?: number };
}

interface Upkeep {
  readonly tables: readonly {
    readonly table: string;
    readonly days: number;
    readonly daysAhead: number;
    readonly dropped: number;
  }[];
  readonly failures: number;
  readonly lastRunMs: number | undefined;
}
