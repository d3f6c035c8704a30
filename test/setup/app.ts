import type { FastifyInstance } from "fastify";
import request from "supertest";
import { afterAll, beforeAll } from "vitest";
import {
  authenticate,
  createKey,
  createRateLimit,
  type RateLimitOptions,
  type Role,
  roles,
} from "../../src/access/index.ts";
import { createApp, type HttpOptions } from "../../src/http/index.ts";
import type { MatcherOptions } from "../../src/matching/index.ts";
import { type TestRooms, testNow, useRooms } from "./rooms.ts";

export interface TestApp {
  readonly rooms: TestRooms;
  readonly app: FastifyInstance;
  /** A key of each role. */
  readonly keys: Readonly<Record<Role, string>>;
}

export interface AppSettings extends Partial<MatcherOptions> {
  /** Absent: a key may ask for as much as it likes. */
  readonly rateLimit?: RateLimitOptions;
  readonly silenceMs?: number;
}

/** The whole service over a database of the test file's own, a key for each role, no rules. */
export function useApp(
  { rateLimit, silenceMs = 10_000, ...matching }: AppSettings = {},
  options: Partial<HttpOptions> = {},
): () => TestApp {
  const rooms = useRooms(matching);
  let made: TestApp | undefined;
  beforeAll(async () => {
    const { database, actor, clock } = rooms();
    const app = await createApp({
      rooms: rooms(),
      authenticate: (presented) => authenticate(database, presented, clock()),
      ...(rateLimit && { rateLimit: createRateLimit(rateLimit, clock) }),
      readiness: () => Promise.resolve({ warnings: [] }),
      upkeep: () => ({ tables: [], failures: 0, lastRunMs: undefined }),
      waiting: rooms().matcher.waiting,
      silenceMs,
      logLevel: "silent",
      introspection: true,
      graphiql: true,
      ...options,
    });
    await app.listen({ port: 0, host: "127.0.0.1" });
    const keys: Partial<Record<Role, string>> = {};
    for (const role of roles) {
      const key = await createKey(database, actor, { name: role, role }, testNow);
      if (key !== undefined) keys[role] = key;
    }
    made = { rooms: rooms(), app, keys: keys as Record<Role, string> };
  });
  afterAll(() => made?.app.close());
  return () => {
    if (made === undefined) throw new Error("the app is there in tests and hooks only");
    return made;
  };
}

export const http = ({ app }: TestApp) => request(app.server);

export const bearer = ({ keys }: TestApp, role: Role) => ({ authorization: `Bearer ${keys[role]}` });

export interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly locations?: readonly { readonly line: number; readonly column: number }[];
    readonly extensions: { readonly code: string };
  }[];
}

/** Sends a GraphQL operation with a role's key. */
export async function graphql<Data>(
  app: TestApp,
  role: Role,
  query: string,
  variables: object = {},
): Promise<GraphqlAnswer<Data>> {
  const { status, body } = await http(app).post("/graphql").set(bearer(app, role)).send({ query, variables });
  return { status, ...(body as Omit<GraphqlAnswer<Data>, "status">) };
}
